package io.firebreak.testkit.examination;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Covers;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The time after a script: the world holds still, and a taker with enough capital takes whatever is on offer, kicks, settles
 * and restarts whatever asks for it, at first every block, then at ever longer intervals, {@value #ROUNDS} times in all over
 * about a month. With an odd seed it is a patient taker, who bids on what has been on offer for half an hour, or for three days, so
 * that what can run out has run out. With one seed of four the taker pays for a liquidation no more than the venue says that
 * it is worth, unless the price falls by a clock. Where the best bid wins, a rival outbids it once, and tries before whether it may pay for
 * nothing. It ends early where nothing is left to do, and whoever deposited with who stands ready or covers leaves. Where a
 * safeguard or a bridge may take its time, a quiet month
 * follows.
 */
public final class Afterwards {
    private static final String TAKER = "a taker with enough capital";
    private static final String RIVAL = "a rival with as much";
    private static final int ROUNDS = 72;
    private static final Duration LITTLE_PATIENCE = Duration.ofMinutes(30);
    private static final Duration MUCH_PATIENCE = Duration.ofDays(3);
    private static final int QUIET = 3;
    private static final long PLENTY = 1_000_000_000_000_000L;
    private final Playback playback;
    private final Scene scene;
    private final long patience;
    private final boolean calculates;
    /** Since when something has stood on a target, by its number. */
    private final Map<Integer, Long> since = new TreeMap<>();
    /** Where the rival has bid. */
    private final Set<Integer> outbid = new TreeSet<>();

    /** The time after a run whose script is over. */
    public Afterwards(Playback playback, Trial trial) {
        this.playback = playback;
        scene = playback.scene();
        calculates = trial.seed() % 8 == 2 || trial.seed() % 8 == 4;
        patience = (trial.seed() % 2 == 0 ? Duration.ZERO : trial.seed() % 4 == 1 ? MUCH_PATIENCE : LITTLE_PATIENCE)
                .toMillis();
    }

    /** Lets it pass. */
    public void run() {
        boolean funded = false;
        for (int round = 0; round < ROUNDS && !playback.isStopped() && somethingIsLeft(); round++) {
            if (!funded) {
                fund();
                funded = true;
            }
            playback.pause(gap(round));
            playback.open();
            for (int venue = 0; venue < scene.venues() && !playback.isStopped(); venue++) {
                visit(venue);
            }
            playback.close();
        }
        for (int venue = 0; venue < scene.venues(); venue++) {
            if (scene.spec(venue).venue() instanceof StandsReady<?>
                    || scene.spec(venue).venue() instanceof Covers) {
                leave(venue);
            }
        }
        for (int round = 0; round < QUIET && !playback.isStopped() && isAwaited(); round++) {
            playback.pause(Duration.ofDays(10));
            playback.open();
            playback.close();
        }
    }

    /** Depositors come for what is theirs. */
    private void leave(int venue) {
        if (playback.isStopped()) {
            return;
        }
        playback.open();
        for (Plan.Claim claim : scene.spec(venue).venue().plan().issues()) {
            Asset shares = scene.view(venue).issued(claim.name());
            for (int wallet = 0; wallet < scene.accounts() && claim.kind() == Plan.Kind.SHARE; wallet++) {
                if (scene.kind(wallet) == Accounts.Kind.WALLET && scene.balance(wallet, shares.index()) > 0) {
                    Action redeem = new Action.Redeem(ref(venue), shares, Quantity.all());
                    playback.act(new ScriptedAction(scene.block().number(), scene.name(scene.id(wallet)), redeem));
                }
            }
        }
        playback.close();
    }

    /** Whether something may have to be waited for that nobody can take: the end of a halt, a message under way. */
    private boolean isAwaited() {
        for (int venue = 0; venue < scene.venues(); venue++) {
            if (!scene.spec(venue).safeguards().isEmpty()
                    || !scene.backings(venue).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Duration gap(int round) {
        return round < 8
                ? Duration.ZERO
                : round < 24
                        ? Duration.ofMinutes(10)
                        : round < 40 ? Duration.ofHours(1) : round < 56 ? Duration.ofHours(6) : Duration.ofDays(1);
    }

    private boolean somethingIsLeft() {
        for (int venue = 0; venue < scene.venues(); venue++) {
            if (scene.targets(venue).length > 0 || missing(venue)) {
                return true;
            }
        }
        for (int account = 0; account < scene.accounts(); account++) {
            if (scene.isOpenLot(account) || (scene.kind(account) == Accounts.Kind.MARGIN && scene.isUnsafe(account))) {
                return true;
            }
        }
        return false;
    }

    private boolean missing(int venue) {
        AccountId shortfall = scene.own(venue, "shortfall");
        for (int asset = 0; asset < scene.assetCount(); asset++) {
            if (scene.balance(shortfall.index(), asset) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Enough of everything outside, and of margin wherever contracts are taken over. */
    private void fund() {
        for (int asset = 0; asset < scene.assetCount(); asset++) {
            if (!scene.asset(asset).symbol().contains(".")) {
                playback.grant(TAKER, new Parcel(scene.asset(asset), PLENTY));
                playback.grant(RIVAL, new Parcel(scene.asset(asset), PLENTY));
            }
        }
        playback.open();
        for (int venue = 0; venue < scene.venues(); venue++) {
            if (scene.legs(venue).exists(Leg.Contract.class::isInstance)) {
                Asset numeraire = scene.view(venue).numeraire();
                act(new Action.Deposit(ref(venue), numeraire, Quantity.of(PLENTY / 2)));
            }
        }
        playback.close();
    }

    private void visit(int venue) {
        for (int target : scene.targets(venue)) {
            scene.invitation(venue, target).forEach(invitation -> accept(venue, invitation));
        }
        for (int target : scene.targets(venue)) {
            long now = scene.block().timeMillis();
            long from = since.computeIfAbsent(target, none -> now);
            if (patience == 0 || now - from > patience) {
                scene.offer(venue, target, null).forEach(offer -> take(venue, offer));
            }
        }
    }

    private void accept(int venue, Invitation invitation) {
        AccountId target = invitation.target();
        act(
                switch (invitation.step()) {
                    case KICK -> new Action.Kick(ref(venue), target);
                    case SETTLE -> new Action.Settle(ref(venue), target);
                    case RESTART -> new Action.Restart(ref(venue), target);
                });
    }

    private void take(int venue, StandingOffer offer) {
        // A price that falls is fair sooner or later, and this taker looks at it now and then.
        Option<BigDecimal> rate =
                calculates && scene.seller(venue, offer.target().index()) == 0 && !(offer.ask() instanceof Ask.Clock)
                        ? rate(venue, offer.pair())
                        : Option.none();
        if (!(offer.ask() instanceof Ask.BestBid best)) {
            boolean dear = rate.exists(fair -> BigDecimal.valueOf(offer.price().want())
                            .compareTo(fair.multiply(
                                            BigDecimal.valueOf(offer.price().give()))
                                    .add(BigDecimal.ONE))
                    > 0);
            if (!dear) {
                bid(TAKER, venue, offer, Math.min(offer.mostWant(), PLENTY), 0);
            }
        } else if (best.leader().forAll(leader -> !scene.name(leader).equals(TAKER))) {
            long most = rate.map(fair -> fair.multiply(BigDecimal.valueOf(best.give())))
                    .map(fair -> fair.min(BigDecimal.valueOf(best.most())).longValue())
                    .getOrElse(best.most());
            bid(TAKER, venue, offer, most, best.give());
            scene.offer(venue, offer.target().index(), null).forEach(next -> outbid(venue, next));
        }
    }

    /** Base units of what is wanted that one of what is given is worth at the venue's prices; none where it does not say. */
    private Option<BigDecimal> rate(int venue, Pair pair) {
        return scene.view(venue).price(pair.give()).flatMap(give -> scene.view(venue)
                .price(pair.want())
                .filter(want -> want.value().signum() > 0)
                .map(want -> give.value()
                        .toBigDecimal()
                        .movePointRight(pair.want().decimals() - pair.give().decimals())
                        .divide(want.value().toBigDecimal(), MathContext.DECIMAL64)));
    }

    private void outbid(int venue, StandingOffer offer) {
        if (offer.ask() instanceof Ask.BestBid best
                && best.leader().isDefined()
                && outbid.add(offer.target().index())) {
            bid(RIVAL, venue, offer, best.most(), 0);
            bid(RIVAL, venue, offer, best.most(), best.give());
        }
    }

    private void bid(String bidder, int venue, StandingOffer offer, long pay, long receive) {
        act(bidder, new Action.Bid(ref(venue), offer.target(), offer.pair(), Quantity.of(pay), receive));
    }

    private VenueRef ref(int venue) {
        return scene.spec(venue).name();
    }

    private void act(Action action) {
        act(TAKER, action);
    }

    private void act(String sender, Action action) {
        playback.act(new ScriptedAction(scene.block().number(), sender, action));
    }
}
