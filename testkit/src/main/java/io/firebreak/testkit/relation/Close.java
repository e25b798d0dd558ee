package io.firebreak.testkit.relation;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Two runs whose amounts are the same but for roundings, the other's counted in units of {@code factor}.
 *
 * <p>The bound: a posting is the result of at most {@value #ROUNDINGS} roundings of a unit each, of this asset or of another
 * that was converted at a price; what is rounded off moves no more than twice its worth later (a fill gives at most twice
 * what it takes). So no balance differs by more than {@code ROUNDINGS · postings · (1 + factor) · (1 + 2 · worth of the
 * dearest other unit)}. An action that is carried out in one run and refused in the other is tried again there, off by the
 * bound either way. An account that is unsafe in one and safe in the other must stand no further from the edge than the
 * bound; one that is left with nothing in the one has no more than it in the other; an action may be refused where funds do
 * not suffice by less than it. Each of these, and amounts beyond what can be counted, ends the comparison: what follows has
 * no bound.
 */
abstract class Close extends SideBySide {
    private static final int ROUNDINGS = 4;
    private static final Pattern LOT = Pattern.compile(", lot [0-9]+$");

    private final long factor;
    private final UnaryOperator<String> names;
    private final Names here = new Names(one);
    private final Names there = new Names(other);
    private long nudges = 1;
    private Seq<String> refusals = Vector.empty();
    private long[] bounds = new long[0];
    private boolean over;

    /**
     * Two such runs.
     *
     * @param names by what name two accounts of the other run are compared with one of the first; a lot's is its owner's
     */
    Close(Playback first, Playback second, long factor, UnaryOperator<String> names) {
        super(first, second);
        this.factor = factor;
        this.names = name -> LOT.matcher(names.apply(name)).replaceFirst("");
    }

    @Override
    final boolean isOver() {
        return over;
    }

    /** What an account is called in the other run; none where it has none. */
    final Option<String> inOther(String name) {
        return here.in(there, name);
    }

    @Override
    final Option<String> compare() {
        if (over) {
            return Option.none();
        }
        bounds = bounds();
        if (somebodyIsAlmostBare()) {
            over = true;
            return Option.none();
        }
        Map<String, Boolean> unsafe = unsafe(one, here, UnaryOperator.identity());
        for (Map.Entry<String, Boolean> each : unsafe(other, there, names).entrySet()) {
            if (!each.getValue().equals(unsafe.getOrDefault(each.getKey(), false))) {
                if (!here.find(each.getKey()).exists(account -> atTheEdge(account, Requirement.MAINTENANCE))) {
                    return Option.some(each.getKey() + " is unsafe in the one and safe in the other");
                }
                over = true;
                return Option.none();
            }
        }
        Map<String, Long> bySymbol = new TreeMap<>();
        one.assets().forEach(asset -> bySymbol.put(asset.symbol(), bounds[asset.index()]));
        Picture mine = owed(one, here).times(factor).merged(names);
        Picture yours = owed(other, there).merged(names);
        return mine.beyond(yours, bySymbol::get)
                .orElse(() -> mine.onlyOne(yours, this::isDust))
                .map(difference -> refusals.prepend(difference).mkString("; "));
    }

    /** Debts as what is owed; shares of a pool, whose number depends on how its price was rounded before, are not compared. */
    private static Picture owed(Scene scene, Names names) {
        Seq<String> claims = scene.economy().venues().flatMap(spec -> spec.venue()
                .plan()
                .issues()
                .filter(claim -> claim.kind() != Plan.Kind.CONTRACT)
                .map(claim -> spec.name() + "." + claim.name()));
        Picture picture =
                Picture.of(scene, names::of, Asset::symbol, asset -> !claims.exists(asset.symbol()::startsWith));
        for (int venue = 0; venue < scene.venues(); venue++) {
            for (Leg leg : scene.legs(venue)) {
                for (int account = 0; leg instanceof Leg.SharedDebt && account < scene.accounts(); account++) {
                    AccountId debtor = scene.id(account);
                    boolean owes = scene.venueOf(account) == venue
                            && (scene.kind(account) == Accounts.Kind.MARGIN || scene.isLot(account));
                    long units = owes ? scene.view(venue).holding(debtor, leg.asset()) : 0;
                    if (units != 0) {
                        names.of(account)
                                .forEach(name -> picture.add(name, leg.asset().symbol(), units));
                    }
                }
            }
        }
        return picture;
    }

    /**
     * Whether an account has nothing left in one run, and in another no more than was rounded: what it owes then is lost. Or
     * whether it is the same with its contracts, so that its position is closed, or a lot is closed in one and open in the
     * other, with as little left to pay.
     */
    private boolean somebodyIsAlmostBare() {
        Map<String, Boolean> bare = new TreeMap<>();
        Map<String, Boolean> almost = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        Set<String> closed = new TreeSet<>();
        for (Scene scene : new Scene[] {one, other}) {
            Names called = scene == one ? here : there;
            for (int account = 0; account < scene.accounts(); account++) {
                if (scene.isLot(account)) {
                    Set<String> lots = scene.isOpenLot(account) ? open : closed;
                    called.of(account).forEach(lots::add);
                }
                if (scene.kind(account) == Accounts.Kind.MARGIN || scene.isLot(account)) {
                    double left = left(scene, account, Leg.class);
                    double contracts = left(scene, account, Leg.Contract.class);
                    called.of(account).map(names).forEach(name -> {
                        bare.merge(name, left == 0, Boolean::logicalOr);
                        almost.merge(name, left > 0 && left <= 1, Boolean::logicalOr);
                        bare.merge(name + " in contracts", contracts == 0, Boolean::logicalOr);
                        almost.merge(name + " in contracts", contracts > 0 && contracts <= 1, Boolean::logicalOr);
                    });
                }
            }
        }
        open.retainAll(closed);
        return !open.isEmpty()
                || bare.entrySet().stream()
                        .anyMatch(each -> each.getValue() && almost.getOrDefault(each.getKey(), false));
    }

    /** The largest thing of a kind that an account has, in multiples of the bound. */
    private double left(Scene scene, int account, Class<? extends Leg> kind) {
        double most = 0;
        for (Leg leg : scene.legs(scene.venueOf(account))) {
            long units = Math.abs(
                    leg instanceof Leg.SharedDebt || !kind.isInstance(leg)
                            ? 0
                            : scene.balance(account, leg.asset().index()));
            most = units == 0
                    ? most
                    : Math.max(
                            most,
                            (double) units
                                    * (scene == one ? factor : 1)
                                    / bounds[leg.asset().index()]);
        }
        return most;
    }

    private static Map<String, Boolean> unsafe(Scene scene, Names names, UnaryOperator<String> called) {
        Map<String, Boolean> unsafe = new TreeMap<>();
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN) {
                boolean now = scene.isUnsafe(account);
                names.of(account).map(called).forEach(name -> unsafe.merge(name, now, Boolean::logicalOr));
            }
        }
        return unsafe;
    }

    /** Whether a wallet's margin account just meets its initial requirement, or just not, somewhere. */
    private boolean isAtTheEdge(String wallet) {
        for (int venue = 0; venue < one.venues(); venue++) {
            String account = one.spec(venue).name() + "/" + wallet;
            if (here.find(account).exists(found -> atTheEdge(found, Requirement.INITIAL))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an account's surplus or deficit is no more than the bound. */
    private boolean atTheEdge(AccountId account, Requirement requirement) {
        int venue = one.venueOf(account.index());
        Health health = one.view(venue).health(account, requirement);
        return Math.abs(health.assets() - health.debts()) * factor
                <= bound(one.view(venue).numeraire());
    }

    /** Whether what an account holds or owes is so little that it may be gone where it was rounded. */
    private boolean isDust(String name) {
        return here.find(name).forAll(account -> one.assets()
                .forAll(asset -> Math.abs(one.balance(account, asset)) * factor / 2 <= bound(asset)));
    }

    /** How far apart two balances may be, in base units of the other run. */
    private long bound(Asset asset) {
        return bound(asset, dearest());
    }

    /** The same of every asset, by its number. */
    private long[] bounds() {
        double dearest = dearest();
        long[] all = new long[one.assetCount()];
        for (int asset = 0; asset < all.length; asset++) {
            all[asset] = bound(one.asset(asset), dearest);
        }
        return all;
    }

    private long bound(Asset asset, double dearest) {
        long postings = Math.max(one.postings(), other.postings()) + 1L;
        double bound = (1 + 2 * dearest / unit(asset, false)) * (1 + factor) * ROUNDINGS * nudges * postings;
        return bound < 1e18 ? (long) bound : Long.MAX_VALUE;
    }

    /** What the dearest base unit is worth that anybody may hold or owe. */
    private double dearest() {
        double dearest = 0;
        for (int venue = 0; venue < one.venues(); venue++) {
            for (Leg leg : one.legs(venue)) {
                dearest = Math.max(dearest, unit(leg.asset(), true));
            }
        }
        return dearest;
    }

    /** What a base unit is worth at most or at least, to a venue or outside; NaN where nobody knows. */
    private double unit(Asset asset, boolean most) {
        double value = one.worth(asset);
        for (int venue = 0; venue < one.venues(); venue++) {
            for (Leg leg : one.legs(venue)) {
                boolean isShare =
                        leg instanceof Leg.SharedDebt debt && debt.shares().equals(asset);
                Asset priced = isShare ? leg.asset() : asset;
                for (Price price : one.view(venue).price(priced)) {
                    double seen = price.value().toDouble();
                    value = Double.isNaN(value) ? seen : most ? Math.max(value, seen) : Math.min(value, seen);
                }
            }
        }
        return value / StrictMath.pow(10, asset.decimals());
    }

    /**
     * Plays an action in both; where only one carries it out, off by the bound in the one that refuses. If it refuses that
     * too, it is for the balances to say whether the action moved more than the bound.
     */
    final void both(ScriptedAction action, ScriptedAction translated) {
        both(action, Vector.of(translated));
    }

    /** The same where it takes several actions in the other run to do what one does in this. */
    final void both(ScriptedAction action, Seq<ScriptedAction> translated) {
        Option<Either<Rejection, Long>> left = first.act(action);
        Vector<Option<Either<Rejection, Long>>> right = translated.toVector().map(second::act);
        for (int i = 0; i < right.size(); i++) {
            Option<String> difference = refusal(action, left, right.get(i));
            if (difference.isDefined() && left.exists(Either::isLeft)) {
                again(first, action, factor, left.get().getLeft(), difference.get());
                return;
            }
            if (difference.isDefined()) {
                again(second, translated.get(i), 1, right.get(i).get().getLeft(), difference.get());
            }
        }
    }

    /** Plays an action off by the bound either way, where it was refused. */
    private void again(Playback refused, ScriptedAction action, long per, Rejection why, String difference) {
        Seq<ScriptedAction> close = nudged(action, per);
        nudges *= 4;
        for (ScriptedAction off : close) {
            if (refused.act(off).exists(Either::isRight)) {
                return;
            }
        }
        over |= why.reason() == Reason.INSUFFICIENT_FUNDS
                || why.detail().contains("overflow")
                || (why.reason() == Reason.UNSAFE_AFTERWARDS && isAtTheEdge(action.sender()));
        refusals = refusals.append(difference);
    }

    private Seq<ScriptedAction> nudged(ScriptedAction action, long per) {
        return Vector.of(new int[] {0, -1}, new int[] {1, -1}, new int[] {-1, -1}, new int[] {1, 0})
                .map(way -> new ScriptedAction(
                        action.block(), action.sender(), nudged(action.action(), way[0], way[1], per), action.names()));
    }

    private Action nudged(Action action, int more, int receive, long per) {
        if (action instanceof Action.Bid bid) {
            return new Action.Bid(
                    bid.venue(),
                    bid.target(),
                    bid.pair(),
                    nudged(bid.pay(), more * bound(bid.pair().want()) / per),
                    Math.max(0, bid.receive() + receive * bound(bid.pair().give()) / per));
        }
        if (action instanceof Action.Bundle bundle) {
            return new Action.Bundle(bundle.steps().map(step -> nudged(step, more, receive, per)));
        }
        Asset[] asset = new Asset[1];
        Parts.forEach(action, part -> asset[0] = part instanceof Asset found && asset[0] == null ? found : asset[0]);
        long off = asset[0] == null ? 0 : more * bound(asset[0]) / per;
        return action instanceof Action.Trade trade
                ? new Action.Trade(trade.venue(), trade.contract(), trade.contracts() + off)
                : Parts.replaced(
                        action,
                        part -> part instanceof Quantity quantity ? Option.some(nudged(quantity, off)) : Option.none());
    }

    private static Quantity nudged(Quantity quantity, long off) {
        return quantity instanceof Quantity.Units units ? Quantity.of(Math.max(0, units.units() + off)) : quantity;
    }
}
