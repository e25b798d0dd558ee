package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Covers;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** One choice in the state there is. */
record Wish(Sketch.Choice choice, Scene scene, int venue, Ebb ebb) {
    Seq<ScriptedAction> actions() {
        Seq<ScriptedAction> actions = actions(choice.intent());
        return actions.isEmpty() ? actions(usual()) : actions;
    }

    /** What is usually done at such a venue: where what was wished for makes no sense there. */
    private Intent usual() {
        Seq<Intent> usual = Vector.of(Intent.THERE_AND_BACK, Intent.SWAP);
        if (scene.hasMargin(venue)) {
            usual = Vector.of(Intent.DEPOSIT, Intent.WITHDRAW, Intent.THERE_AND_BACK);
            usual = scene.legs(venue).exists(Leg.Contract.class::isInstance)
                    ? usual.append(Intent.TRADE)
                    : usual.append(Intent.BORROW).append(Intent.REPAY);
        }
        if (!scene.backings(venue).isEmpty()) {
            usual = Vector.of(Intent.LOCK, Intent.LOCK, Intent.RELEASE, Intent.THERE_AND_BACK);
        }
        if (scene.spec(venue).venue() instanceof SettlesAtEnd<?>) {
            usual = usual.append(Intent.FLASH).append(Intent.FLASH);
        }
        if (claim().isDefined()) {
            usual = usual.append(Intent.PROVIDE)
                    .append(Intent.PROVIDE)
                    .append(Intent.REDEEM)
                    .append(Intent.INFLATE);
        }
        return ebb.asset().isDefined() && choice.who() % 2 == 0
                ? Intent.WITHDRAW
                : usual.get(choice.which() % usual.size());
    }

    Seq<ScriptedAction> actions(Intent intent) {
        return switch (intent) {
            case WAIT -> List.empty();
            case BID -> bids(sender(), target());
            case CALL -> call();
            case DEPOSIT -> said(new Action.Deposit(ref(), asset(), amount(scene.balance(self(), asset()))));
            case WITHDRAW -> withdraw();
            case BORROW -> collateral().appendAll(said(new Action.Borrow(ref(), debt(), amount(1_000_000_000L))));
            case REPAY -> said(new Action.Repay(ref(), debt(), amount(owed(debt()))));
            case TRADE -> trade();
            case SWAP -> said(swap());
            case PROVIDE -> said(new Action.Provide(ref(), provided()));
            case REDEEM ->
                claim().map(claim -> said(new Action.Redeem(ref(), claim, amount(scene.balance(self(), claim)))))
                        .getOrElse(List.empty());
            case LOCK -> said(new Action.Lock(ref(), Setting.ETH, amount(scene.balance(self(), Setting.ETH))));
            case RELEASE -> said(new Action.Release(ref(), Setting.WETH, amount(scene.balance(self(), Setting.WETH))));
            case MARKET -> said(sale(asset(), amount(scene.balance(self(), asset()))));
            case TRANSFER -> transfer();
            case THERE_AND_BACK -> new Attacks(this).thereAndBack();
            case INFLATE -> new Attacks(this).inflate();
            case SELF_LIQUIDATE -> own().flatMap(this::bid).map(this::said).getOrElse(List.empty());
            case SANDWICH -> new Attacks(this).sandwich();
            case DUST -> new Attacks(this).dust();
            case AROUND -> new Attacks(this).around();
            case FLASH -> new Attacks(this).flash();
        };
    }

    VenueRef ref() {
        return scene.spec(venue).name();
    }

    /** Wallets that hold positions act too, under their own names. */
    private String sender() {
        int holders = scene.spec(venue).accounts().isEmpty() ? 0 : 3;
        int who = choice.who() % (Setting.WALLETS.size() + holders);
        return who < Setting.WALLETS.size() ? Setting.WALLETS.get(who) : "holder-" + (who - Setting.WALLETS.size() + 1);
    }

    AccountId self() {
        return scene.account(sender()).getOrElse(scene.id(0));
    }

    Seq<ScriptedAction> said(Action action) {
        return said(sender(), action);
    }

    Seq<ScriptedAction> said(String sender, Action action) {
        return List.of(new ScriptedAction(scene.block().number(), sender, action));
    }

    Seq<ScriptedAction> said(Named named) {
        return List.of(new ScriptedAction(scene.block().number(), sender(), named.action(), named.names()));
    }

    /** The amounts that matter where there is so much: all, half, one unit, one less, one more, too much, nothing. */
    Quantity amount(long there) {
        long units = Math.max(0, there);
        return switch (choice.size() % 9) {
            case 0 -> Quantity.all();
            case 1 -> Quantity.of(units);
            case 2 -> Quantity.of(units / 2);
            case 3 -> Quantity.of(1);
            case 4 -> Quantity.of(Math.max(0, units - 1));
            case 5 -> Quantity.of(units + 1);
            case 6 -> Quantity.of(units / 10);
            case 7 -> Quantity.of(units / 1000 + 7);
            default -> Quantity.of(units / 3 * choice.size() % (units + 1));
        };
    }

    /** Where all that accounts take is collateral, money is swapped for it too. */
    private Action swap() {
        boolean back = scene.hasMargin(venue) && choice.who() % 2 == 1;
        Asset give = back ? other() : asset();
        return new Action.Swap(ref(), give, amount(scene.balance(self(), give)), back ? asset() : other(), 0);
    }

    Asset asset() {
        Seq<Leg> legs = scene.legs(venue).filter(Leg.Holding.class::isInstance);
        return legs.isEmpty()
                ? (choice.which() % 2 == 0 ? Setting.ETH : Setting.USD)
                : legs.get(choice.which() % legs.size()).deposited();
    }

    /** A venue that swaps takes both; a lending market what it lends, or all that it takes deposits of. */
    Seq<Quantity> provided() {
        Seq<Asset> deposits = scene.legs(venue)
                .filter(leg -> leg.price() instanceof PriceSource.Claim)
                .map(Leg::deposited);
        if (!deposits.isEmpty()) {
            return deposits.map(asset -> amount(scene.balance(self(), asset)));
        }
        Quantity usd = amount(scene.balance(self(), Setting.USD));
        return isOfOne() ? Vector.of(usd) : Vector.of(amount(scene.balance(self(), Setting.ETH)), usd);
    }

    /** Whether a single asset is provided: to lend it, to take with it what others offer, or to cover losses. */
    boolean isOfOne() {
        return scene.legs(venue).exists(Leg.SharedDebt.class::isInstance)
                || scene.spec(venue).venue() instanceof StandsReady<?>
                || scene.spec(venue).venue() instanceof Covers;
    }

    Asset other() {
        return asset().equals(Setting.USD) ? Setting.ETH : Setting.USD;
    }

    Asset debt() {
        Seq<Leg> debts = scene.legs(venue).filter(Leg.SharedDebt.class::isInstance);
        return debts.isEmpty()
                ? Setting.USD
                : debts.get(choice.which() % debts.size()).asset();
    }

    /** The shares that the venue issues. */
    Option<Asset> claim() {
        return scene.spec(venue)
                .venue()
                .plan()
                .issues()
                .find(claim -> claim.kind() == Plan.Kind.SHARE)
                .flatMap(claim ->
                        scene.assets().find(asset -> asset.symbol().equals(ref().name() + "." + claim.name())));
    }

    long held(Asset asset) {
        return own().flatMap(account -> scene.legs(venue)
                        .find(leg -> leg.deposited().equals(asset))
                        .map(leg -> scene.view(venue).holding(account, leg.asset())))
                .getOrElse(0L);
    }

    long owed(Asset asset) {
        return own().map(account -> -scene.view(venue).holding(account, asset)).getOrElse(0L);
    }

    Option<AccountId> own() {
        return scene.account(ref().name() + "/" + sender());
    }

    Option<AccountId> target() {
        int[] targets = scene.targets(venue);
        return targets.length == 0 ? Option.none() : Option.some(scene.id(targets[choice.which() % targets.length]));
    }

    Seq<ScriptedAction> bids(String sender, Option<AccountId> target) {
        return target.flatMap(this::bid)
                .<Seq<ScriptedAction>>map(named ->
                        List.of(new ScriptedAction(scene.block().number(), sender, named.action(), named.names())))
                .getOrElse(List.empty());
    }

    /** A bid on a target, where something is on offer there. */
    Option<Named> bid(AccountId target) {
        return new Bids(this).on(target);
    }

    private Seq<ScriptedAction> call() {
        Seq<ScriptedAction> rescue = target().filter(
                        target -> scene.invitation(venue, target.index()).isEmpty())
                .map(this::rescue)
                .getOrElse(List.empty());
        return rescue.isEmpty() || choice.size() % 4 == 3 ? invited() : rescue;
    }

    /** The owner of an account repays just so much that it changes how much takers may have of it. */
    private Seq<ScriptedAction> rescue(AccountId target) {
        Seq<Long> brinks = Brinks.repayments(scene, venue, target, debt());
        int owner = scene.owner(target.index());
        return brinks.isEmpty() || scene.isLot(target.index())
                ? List.empty()
                : said(
                        scene.name(scene.id(owner)),
                        new Action.Repay(ref(), debt(), Quantity.of(brinks.get(choice.size() % brinks.size()))));
    }

    private Seq<ScriptedAction> invited() {
        return target().map(target -> said(Named.of(scene, target, stand -> scene.invitation(venue, target.index())
                        .map(invitation -> switch (invitation.step()) {
                            case KICK -> (Action) new Action.Kick(ref(), stand);
                            case SETTLE -> new Action.Settle(ref(), stand);
                            case RESTART -> new Action.Restart(ref(), stand);
                        })
                        .getOrElse(() -> choice.size() % 2 == 0
                                ? new Action.Settle(ref(), stand)
                                : new Action.Restart(ref(), stand)))))
                .getOrElse(List.empty());
    }

    private Seq<ScriptedAction> withdraw() {
        return choice.size() % 6 == 5 || ebb.asset().isEmpty()
                ? said(new Action.Withdraw(ref(), asset(), amount(held(asset()))))
                : ebb.asset().toVector().flatMap(this::leave);
    }

    /**
     * Where a safeguard limits what may leave: just that and a unit more, by those who have most to take out; where they
     * have too little, somebody brings something.
     */
    private Seq<ScriptedAction> leave(Asset limited) {
        long most = ebb.most(scene);
        long rest =
                switch (choice.size() % 6) {
                    case 0 -> most;
                    case 1, 2 -> most + 1;
                    case 3 -> most / 2;
                    default -> 1;
                };
        Seq<ScriptedAction> actions = List.empty();
        for (Ebb.Holding each : ebb.free(scene)) {
            long units = Math.min(rest, each.units());
            rest -= units;
            actions = units == 0
                    ? actions
                    : actions.appendAll(said(each.wallet(), new Action.Withdraw(ref(), limited, Quantity.of(units))));
        }
        String wallet = Setting.WALLETS.get(choice.who() % Setting.WALLETS.size());
        return rest > 0 ? said(wallet, new Action.Deposit(ref(), limited, Quantity.all())) : actions;
    }

    private Seq<ScriptedAction> trade() {
        Seq<Leg> contracts = scene.legs(venue).filter(Leg.Contract.class::isInstance);
        if (contracts.isEmpty()) {
            return List.empty();
        }
        Asset contract = contracts.get(choice.which() % contracts.size()).asset();
        long held = held(contract);
        long one = contract.unitsDown(Decimal.ONE);
        long units =
                switch (choice.size() % 6) {
                    case 0 -> -held;
                    case 1 -> one;
                    case 2 -> -one;
                    case 3 -> -held / 2;
                    case 4 -> 1;
                    default -> -2 * held;
                };
        return collateral().appendAll(said(new Action.Trade(ref(), contract, units)));
    }

    Action sale(Asset give, Quantity quantity) {
        return new Action.MarketOrder(
                Setting.MARKET, give, quantity, give.equals(Setting.USD) ? Setting.ETH : Setting.USD);
    }

    private Seq<ScriptedAction> transfer() {
        Seq<AccountId> receivers = Vector.range(1, scene.accounts()).map(scene::id);
        AccountId to = receivers.get(choice.which() % receivers.size());
        Asset asset = choice.who() % 2 == 0 ? Setting.ETH : Setting.USD;
        return said(
                Named.of(scene, to, stand -> new Action.Transfer(stand, asset, amount(scene.balance(self(), asset)))));
    }

    /** A deposit, where the sender has none. */
    Seq<ScriptedAction> collateral() {
        long there = scene.balance(self(), asset());
        return held(asset()) > 0 || there <= 0
                ? List.empty()
                : said(new Action.Deposit(ref(), asset(), Quantity.of(there / 10)));
    }
}
