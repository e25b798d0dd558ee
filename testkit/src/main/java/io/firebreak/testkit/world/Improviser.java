package io.firebreak.testkit.world;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Covers;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.examination.Driver;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;

/** Turns choices into actions as a run goes on: it looks at what is there, and picks the amounts at which mechanisms err. */
public final class Improviser implements Driver {
    private static final Seq<Intent> OF_DEPOSITORS = Vector.of(Intent.PROVIDE, Intent.REDEEM, Intent.INFLATE);

    private final Seq<Sketch.Choice> choices;
    private final Deque<ScriptedAction> pending = new ArrayDeque<>();
    private final Ebb ebb = new Ebb();
    private int at;
    private boolean began;

    public Improviser(Seq<Sketch.Choice> choices) {
        this.choices = choices;
    }

    @Override
    public Option<ScriptedAction> next(Scene scene) {
        if (!began) {
            began = true;
            pending.addAll(provisions(scene).asJava());
        }
        ebb.look(scene);
        while (pending.isEmpty() && at < choices.size()) {
            Sketch.Choice choice = choices.get(at++);
            if (choice.intent() == Intent.WAIT) {
                return Option.none();
            }
            pending.addAll(
                    new Wish(choice, scene, venue(choice, scene), ebb).actions().asJava());
        }
        return Option.of(pending.poll());
    }

    /** What is provided to the venue beside when a script begins: by nobody, for less than is owed, or for more. */
    private Seq<ScriptedAction> provisions(Scene scene) {
        int beside = scene.venue(Setting.BESIDE);
        return beside == Accounts.NONE
                ? List.empty()
                : choices.zipWithIndex().take(choices.size() % 3).flatMap(each -> new Wish(
                                new Sketch.Choice(Intent.PROVIDE, each._2, 0, 6 + each._1.size() % 2),
                                scene,
                                beside,
                                ebb)
                        .actions());
    }

    /** Depositors come and go at the venue beside, where there is one; all else happens at the first. */
    private static int venue(Sketch.Choice choice, Scene scene) {
        int beside = scene.venue(Setting.BESIDE);
        return beside != Accounts.NONE && OF_DEPOSITORS.contains(choice.intent()) ? beside : 0;
    }

    /** What exactly a choice is where it makes sense; nothing where it makes none. */
    public static Seq<ScriptedAction> literally(Sketch.Choice choice, Scene scene) {
        return new Wish(choice, scene, venue(choice, scene), new Ebb()).actions(choice.intent());
    }

    /** One choice in the state there is. */
    private record Wish(Sketch.Choice choice, Scene scene, int venue, Ebb ebb) {
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

        private Seq<ScriptedAction> actions(Intent intent) {
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
                case RELEASE ->
                    said(new Action.Release(ref(), Setting.WETH, amount(scene.balance(self(), Setting.WETH))));
                case MARKET -> said(sale(asset(), amount(scene.balance(self(), asset()))));
                case TRANSFER -> transfer();
                case THERE_AND_BACK -> thereAndBack();
                case INFLATE -> inflate();
                case SELF_LIQUIDATE -> own().flatMap(this::bid).map(this::said).getOrElse(List.empty());
                case SANDWICH -> sandwich();
                case DUST -> dust();
                case AROUND -> around();
                case FLASH -> flash();
            };
        }

        private VenueRef ref() {
            return scene.spec(venue).name();
        }

        /** Wallets that hold positions act too, under their own names. */
        private String sender() {
            int holders = scene.spec(venue).accounts().isEmpty() ? 0 : 3;
            int who = choice.who() % (Setting.WALLETS.size() + holders);
            return who < Setting.WALLETS.size()
                    ? Setting.WALLETS.get(who)
                    : "holder-" + (who - Setting.WALLETS.size() + 1);
        }

        private AccountId self() {
            return scene.account(sender()).getOrElse(scene.id(0));
        }

        private Seq<ScriptedAction> said(Action action) {
            return said(sender(), action);
        }

        private Seq<ScriptedAction> said(String sender, Action action) {
            return List.of(new ScriptedAction(scene.block().number(), sender, action));
        }

        private Seq<ScriptedAction> said(Named named) {
            return List.of(new ScriptedAction(scene.block().number(), sender(), named.action(), named.names()));
        }

        /** The amounts that matter where there is so much: all, half, one unit, one less, one more, too much, nothing. */
        private Quantity amount(long there) {
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

        private Asset asset() {
            Seq<Leg> legs = scene.legs(venue).filter(Leg.Holding.class::isInstance);
            return legs.isEmpty()
                    ? (choice.which() % 2 == 0 ? Setting.ETH : Setting.USD)
                    : legs.get(choice.which() % legs.size()).deposited();
        }

        /** A venue that swaps takes both; a lending market what it lends, or all that it takes deposits of. */
        private Seq<Quantity> provided() {
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
        private boolean isOfOne() {
            return scene.legs(venue).exists(Leg.SharedDebt.class::isInstance)
                    || scene.spec(venue).venue() instanceof StandsReady<?>
                    || scene.spec(venue).venue() instanceof Covers;
        }

        private Asset other() {
            return asset().equals(Setting.USD) ? Setting.ETH : Setting.USD;
        }

        private Asset debt() {
            Seq<Leg> debts = scene.legs(venue).filter(Leg.SharedDebt.class::isInstance);
            return debts.isEmpty()
                    ? Setting.USD
                    : debts.get(choice.which() % debts.size()).asset();
        }

        /** The shares that the venue issues. */
        private Option<Asset> claim() {
            return scene.spec(venue)
                    .venue()
                    .plan()
                    .issues()
                    .find(claim -> claim.kind() == Plan.Kind.SHARE)
                    .flatMap(claim ->
                            scene.assets().find(asset -> asset.symbol().equals(ref().name() + "." + claim.name())));
        }

        private long held(Asset asset) {
            return own().flatMap(account -> scene.legs(venue)
                            .find(leg -> leg.deposited().equals(asset))
                            .map(leg -> scene.view(venue).holding(account, leg.asset())))
                    .getOrElse(0L);
        }

        private long owed(Asset asset) {
            return own().map(account -> -scene.view(venue).holding(account, asset))
                    .getOrElse(0L);
        }

        private Option<AccountId> own() {
            return scene.account(ref().name() + "/" + sender());
        }

        private Option<AccountId> target() {
            int[] targets = scene.targets(venue);
            return targets.length == 0
                    ? Option.none()
                    : Option.some(scene.id(targets[choice.which() % targets.length]));
        }

        private Seq<ScriptedAction> bids(String sender, Option<AccountId> target) {
            return target.flatMap(this::bid)
                    .<Seq<ScriptedAction>>map(named ->
                            List.of(new ScriptedAction(scene.block().number(), sender, named.action(), named.names())))
                    .getOrElse(List.empty());
        }

        /** A bid on a target, where something is on offer there. */
        private Option<Named> bid(AccountId target) {
            return scene.offer(venue, target.index(), null).map(offer -> {
                Pair pair = offer.pair();
                long want = most(offer);
                Seq<Long> brinks = Brinks.pays(scene, venue, offer);
                Quantity pay = offer.ask() instanceof Ask.BestBid best
                        ? Quantity.of(bid(best))
                        : offer.mostWant() == 0
                                ? Quantity.of(0)
                                : choice.size() % 2 == 1 && brinks.nonEmpty()
                                        ? Quantity.of(brinks.get(choice.size() / 2 % brinks.size()))
                                        : amount(want);
                long receive = receive(offer, pay instanceof Quantity.Units units ? units.units() : want);
                return Named.of(scene, target, stand -> new Action.Bid(ref(), stand, pair, pay, receive));
            });
        }

        /** What matters where the best bid wins: all that is wanted, the least that is, between them, and a unit off. */
        private long bid(Ask.BestBid best) {
            return switch (choice.size() % 9) {
                case 0, 6 -> best.most();
                case 1, 8 -> best.want();
                case 2 -> best.want() + (best.most() - best.want()) / 2;
                case 3 -> Math.max(1, best.want());
                case 4 -> Math.max(0, best.want() - 1);
                case 5 -> best.want() + 1;
                default -> best.most() + 1;
            };
        }

        /** All that is given, and now and then less, a unit more, or nothing. */
        private long asks(Ask.BestBid best) {
            return switch (choice.size() % 7) {
                case 1 -> best.give() - best.give() / 3;
                case 2 -> choice.who() % 3 == 0 ? 0 : best.give();
                case 4 -> best.give() + 1;
                default -> best.give();
            };
        }

        private static long most(StandingOffer offer) {
            if (offer.ask() instanceof Ask.BestBid best) {
                return best.want();
            }
            long priced = offer.mostGive() > Long.MAX_VALUE / 4 || offer.price().want() == 0
                    ? Long.MAX_VALUE
                    : offer.price().wantUp(offer.mostGive());
            return Math.min(Math.min(offer.mostWant(), priced), 1_000_000_000_000_000L);
        }

        /** What is asked for it: anything, the asked price to the unit, one better. */
        private long receive(StandingOffer offer, long pay) {
            if (offer.ask() instanceof Ask.BestBid best) {
                return asks(best);
            }
            long fair = Math.min(offer.price().giveDown(pay), offer.mostGive());
            return choice.who() % 3 == 1 ? fair : choice.who() % 3 == 2 ? Math.min(Long.MAX_VALUE / 4, fair) + 1 : 0;
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
                        : actions.appendAll(
                                said(each.wallet(), new Action.Withdraw(ref(), limited, Quantity.of(units))));
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

        private Action sale(Asset give, Quantity quantity) {
            return new Action.MarketOrder(
                    Setting.MARKET, give, quantity, give.equals(Setting.USD) ? Setting.ETH : Setting.USD);
        }

        private Seq<ScriptedAction> transfer() {
            Seq<AccountId> receivers = Vector.range(1, scene.accounts()).map(scene::id);
            AccountId to = receivers.get(choice.which() % receivers.size());
            Asset asset = choice.who() % 2 == 0 ? Setting.ETH : Setting.USD;
            return said(Named.of(
                    scene, to, stand -> new Action.Transfer(stand, asset, amount(scene.balance(self(), asset)))));
        }

        /** Something, and what takes it back: to the unit where that is known. */
        private Seq<ScriptedAction> thereAndBack() {
            Asset give = asset();
            if (!scene.backings(venue).isEmpty()) {
                Quantity units = amount(scene.balance(self(), Setting.ETH));
                return said(new Action.Lock(ref(), Setting.ETH, units))
                        .appendAll(said(new Action.Release(ref(), Setting.WETH, units)));
            }
            if (claim().isDefined() && choice.who() % 2 == 0) {
                return said(new Action.Provide(ref(), provided()))
                        .appendAll(said(new Action.Redeem(ref(), claim().get(), Quantity.all())));
            }
            if (!scene.hasMargin(venue)) {
                long in = Math.max(0, scene.balance(self(), give)) / (1 + choice.size());
                long out = scene.quote(venue, give, in, other()).getOrElse(0L);
                return out == 0
                        ? List.empty()
                        : said(new Action.Swap(ref(), give, Quantity.of(in), other(), 0))
                                .appendAll(said(new Action.Swap(ref(), other(), Quantity.of(out), give, 0)));
            }
            Seq<Leg> contracts = scene.legs(venue).filter(Leg.Contract.class::isInstance);
            if (contracts.nonEmpty() && choice.which() % 2 == 0) {
                Asset contract = contracts.head().asset();
                long units = contract.unitsDown(Decimal.ONE) * (choice.size() % 2 == 0 ? 1 : -1);
                return collateral()
                        .appendAll(said(new Action.Trade(ref(), contract, units)))
                        .appendAll(said(new Action.Trade(ref(), contract, -units)));
            }
            if (contracts.isEmpty() && choice.which() % 3 == 0) {
                Quantity units = amount(1_000_003L);
                return collateral()
                        .appendAll(said(new Action.Borrow(ref(), debt(), units)))
                        .appendAll(said(new Action.Repay(ref(), debt(), units)));
            }
            Quantity units = amount(scene.balance(self(), give));
            return said(new Action.Deposit(ref(), give, units))
                    .appendAll(said(new Action.Withdraw(ref(), give, units)));
        }

        /** A deposit, where the sender has none. */
        private Seq<ScriptedAction> collateral() {
            long there = scene.balance(self(), asset());
            return held(asset()) > 0 || there <= 0
                    ? List.empty()
                    : said(new Action.Deposit(ref(), asset(), Quantity.of(there / 10)));
        }

        /** The attack of the first depositor: a share for next to nothing, a gift, and somebody rounded away. */
        private Seq<ScriptedAction> inflate() {
            if (claim().isEmpty()) {
                return List.empty();
            }
            String attacker = Setting.WALLETS.get(choice.who() % Setting.WALLETS.size());
            String victim = Setting.WALLETS.get((choice.who() + 1) % Setting.WALLETS.size());
            boolean one = isOfOne();
            long least = choice.size() % 3 == 0 ? 1 : choice.size() % 3 == 1 ? 2000 : 1_000_000;
            long gift = 10_000_000_000L * (1 + choice.size() % 7);
            AccountId pool = scene.own(
                    venue, scene.spec(venue).venue().plan().accounts().head().name());
            Action.Redeem leave = new Action.Redeem(ref(), claim().get(), Quantity.all());
            return said(attacker, provide(least, least, one))
                    .append(Named.of(scene, pool, stand -> new Action.Transfer(stand, Setting.USD, Quantity.of(gift)))
                            .by(attacker, scene))
                    .appendAll(said(victim, provide(10_000_000_000L, gift + gift / 2, one)))
                    .appendAll(said(attacker, leave))
                    .appendAll(said(victim, leave));
        }

        private Action provide(long ether, long dollars, boolean one) {
            return new Action.Provide(
                    ref(), one ? Vector.of(Quantity.of(dollars)) : Vector.of(Quantity.of(ether), Quantity.of(dollars)));
        }

        private Seq<ScriptedAction> sandwich() {
            return target().flatMap(this::bid)
                    .map(named -> said(new Named(
                            new Action.Bundle(Vector.of(
                                    sale(Setting.ETH, Quantity.of(10_000_000_000L)),
                                    named.action(),
                                    sale(Setting.USD, new Quantity.ResultOf(0)))),
                            named.names())))
                    .getOrElse(List.empty());
        }

        private Seq<ScriptedAction> flash() {
            if (!(scene.spec(venue).venue() instanceof SettlesAtEnd<?>)) {
                return List.empty();
            }
            Asset lent = Setting.ASSETS
                    .find(asset -> scene.quote(venue, asset, 1, asset).exists(each -> each > 0))
                    .getOrElse(Setting.USD);
            long there = scene.quote(venue, lent, Long.MAX_VALUE / 4, lent).getOrElse(0L);
            Action borrow = new Action.FlashBorrow(ref(), lent, amount(there));
            Action back = new Action.FlashReturn(ref(), lent);
            Seq<Action> steps =
                    switch ((choice.which() / 4 + choice.who()) % 4) {
                        case 0 -> List.of(borrow);
                        case 1 -> List.of(borrow, borrow, back);
                        case 2 -> List.of(borrow, sale(lent, Quantity.all()), back);
                        default -> List.of(borrow, back);
                    };
            return said(new Action.Bundle(steps));
        }

        private Seq<ScriptedAction> dust() {
            return said(new Action.Deposit(ref(), asset(), Quantity.of(1 + choice.size() % 1000)))
                    .appendAll(said(new Action.Borrow(ref(), debt(), Quantity.of(1 + choice.which() % 10))));
        }

        private Seq<ScriptedAction> around() {
            Seq<ScriptedAction> before = said(new Action.Withdraw(ref(), asset(), amount(held(asset()))));
            Seq<ScriptedAction> after = said(new Action.Repay(ref(), debt(), amount(owed(debt()))));
            return before.appendAll(bids(Setting.WALLETS.get(choice.size() % Setting.WALLETS.size()), own()))
                    .appendAll(after);
        }
    }

    /** An action that names one account. */
    private record Named(Action action, Seq<String> names) {
        ScriptedAction by(String sender, Scene scene) {
            return new ScriptedAction(scene.block().number(), sender, action, names);
        }

        static Named of(Scene scene, AccountId account, java.util.function.Function<AccountId, Action> action) {
            return new Named(action.apply(AccountId.openedBy(0)), List.of(scene.name(account)));
        }
    }
}
