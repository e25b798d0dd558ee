package io.firebreak.testkit.rule.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.StandsReady;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Pool;
import io.firebreak.testkit.rule.reading.Purse;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules 356 and 365 look at: whose part of a pool a share is. */
final class ShareChecks {
    private ShareChecks() {}

    /** Purses since the last deed that was more than joining, leaving or giving. */
    static final class NobodysDeposit implements Watch {
        /** Somebody in the row. */
        private static final class Visitor {
            final Purse start;
            final boolean othersHadShares;
            final boolean foundAnybodys;
            boolean provided;
            boolean gave;
            boolean othersProvided;
            boolean othersGave;
            boolean othersTraded;
            boolean providedAfterGift;

            Visitor(Purse start, boolean othersHadShares, boolean foundAnybodys) {
                this.start = start;
                this.othersHadShares = othersHadShares;
                this.foundAnybodys = foundAnybodys;
            }
        }

        private final TreeMap<Integer, Visitor> visitors = new TreeMap<>();
        private Pool[] pools = new Pool[0];
        private int where = Accounts.NONE;
        private int steps;
        private long[] lay = new long[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            int venue = visited(deed, scene);
            if (venue == Accounts.NONE) {
                return;
            }
            if (venue != where) {
                forget();
                where = venue;
            }
            int wallet = ((Deed.Act) deed).sender().index();
            if (!visitors.containsKey(wallet)) {
                boolean shares = false;
                for (int share : pools[venue].shares()) {
                    shares |= pools[venue].circulating(scene, share) > 0;
                }
                Visitor visitor = new Visitor(Purse.of(scene, venue, wallet), shares, pools[venue].isAnybodys(scene));
                for (Visitor other : visitors.values()) {
                    visitor.othersGave |= other.gave;
                }
                visitors.put(wallet, visitor);
            }
            lay = new long[scene.assetCount()];
            for (int asset = 0; asset < lay.length; asset++) {
                lay[asset] = pools[venue].held(scene, asset);
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            int venue = visited(deed, scene);
            if (venue == Accounts.NONE) {
                if (!(deed instanceof Deed.Decide)) {
                    forget();
                }
                return;
            }
            Deed.Act act = (Deed.Act) deed;
            Visitor visitor = visitors.get(act.sender().index());
            if (visitor == null) {
                return;
            }
            steps++;
            if (act.action() instanceof Action.Transfer) {
                visitor.gave = true;
                for (Visitor other : visitors.values()) {
                    other.othersGave |= other != visitor;
                    other.providedAfterGift &= other == visitor;
                }
            } else if (act.action() instanceof Action.Provide || act.action() instanceof Action.Deposit) {
                visitor.providedAfterGift = visitor.othersGave && !visitor.provided;
                visitor.provided = true;
                boolean traded = !isInProportion(pools[venue], scene);
                for (Visitor other : visitors.values()) {
                    other.othersProvided |= other != visitor;
                    other.othersTraded |= traded && other != visitor;
                }
            } else {
                left(visitor, act.sender().index(), scene, notes);
            }
            if (pools[venue].isDeserted(scene)) {
                forget();
            }
        }

        /** Somebody took something out. */
        private void left(Visitor visitor, int wallet, Scene scene, Notes notes) {
            Purse now = Purse.of(scene, where, wallet);
            String name = scene.name(scene.id(wallet));
            if (visitor.othersProvided && !visitor.othersTraded && !visitor.othersGave && !visitor.foundAnybodys) {
                notes.met();
                long[] tolerance = new long[lay.length];
                for (int asset = 0; asset < lay.length; asset++) {
                    tolerance[asset] = steps + lay[asset] / 1_000_000;
                }
                int gained = now.gained(visitor.start, tolerance);
                if (gained >= 0) {
                    notes.breach(name + " has " + now.against(visitor.start, gained, scene)
                            + ", and less of nothing, after somebody else provided");
                }
            }
            if (visitor.providedAfterGift && visitor.othersHadShares && !visitor.gave) {
                for (int share : pools[where].shares()) {
                    if (now.units(share) != visitor.start.units(share)) {
                        return;
                    }
                }
                if (now.hasMoreOfAny(visitor.start)) {
                    return;
                }
                notes.met();
                for (int asset = 0; asset < lay.length; asset++) {
                    long lost = visitor.start.units(asset) - now.units(asset);
                    if (lost - steps > lay[asset] / 100) {
                        notes.breach(name + " provided, left at once and lost "
                                + scene.asset(asset).show(lost) + " of the "
                                + scene.asset(asset).show(lay[asset]) + " that lay there, after a gift");
                    }
                }
            }
        }

        /** Whether what lies there grew by the same factor in every asset, up to a unit of each and a millionth. */
        private boolean isInProportion(Pool pool, Scene scene) {
            for (int one = 0; one < lay.length; one++) {
                if (!pool.isClaim(one) && grewMoreThan(one, pool, scene)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether another asset grew by more. */
        private boolean grewMoreThan(int asset, Pool pool, Scene scene) {
            double now = pool.held(scene, asset) + 1.0;
            for (int other = 0; other < lay.length; other++) {
                double most = now * lay[other] * (1 + 1e-6);
                if (!pool.isClaim(other) && (pool.held(scene, other) - 1.0) * lay[asset] > most) {
                    return true;
                }
            }
            return false;
        }

        private void forget() {
            visitors.clear();
            steps = 0;
            where = Accounts.NONE;
        }

        /** The venue that somebody joins, leaves or gives to; none for any other deed. */
        private int visited(Deed deed, Scene scene) {
            if (!(deed instanceof Deed.Act act)) {
                return Accounts.NONE;
            }
            if (act.action() instanceof Action.Transfer gift) {
                int venue = scene.venueOf(gift.to().index());
                return venue != Accounts.NONE && pools[venue].isOwn(scene, gift.to()) ? venue : Accounts.NONE;
            }
            return act.action() instanceof Action.Provide
                            || act.action() instanceof Action.Redeem
                            || act.action() instanceof Action.Deposit
                            || act.action() instanceof Action.Withdraw
                    ? scene.venue(((Action.AtVenue) act.action()).venue())
                    : Accounts.NONE;
        }
    }

    static final class KeepsPart implements Watch {
        /** So many base units of shares may be nobody's, or locked: what a pool counts besides those that circulate. */
        private static final long NOBODYS = 1_000_000;

        private Pool[] pools = new Pool[0];
        private long[] lay = new long[0];
        private long[][] given = new long[0][];
        private long before;
        private long circulated;
        private long owned;
        private int issuer;

        @Override
        public void begin(Scene scene, Notes notes) {
            pools = Pool.all(scene);
            given = new long[pools.length][scene.assetCount()];
        }

        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            circulated = 0;
            before = deed instanceof Deed.Act act && act.action() instanceof Action.Transfer gift
                    ? scene.balance(gift.to(), gift.asset())
                    : 0;
            Pool pool = joined(deed, scene);
            if (pool != null) {
                int share = pool.shares()[0];
                circulated = pool.circulating(scene, share);
                owned = pool.own(scene, share);
                issuer = pool.issuer(scene, share);
                lay = new long[scene.assetCount()];
                for (int asset = 0; circulated > 0 && asset < lay.length; asset++) {
                    lay[asset] = pool.heldBy(issuer, scene, asset);
                }
            }
        }

        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            gift(deed, scene);
            Pool pool = joined(deed, scene);
            if (pool == null || circulated == 0) {
                return;
            }
            long[] gifts = given[scene.venue(((Action.AtVenue) ((Deed.Act) deed).action()).venue())];
            int share = pool.shares()[0];
            boolean provides = ((Deed.Act) deed).action() instanceof Action.Provide;
            long nobodys = provides ? NOBODYS : 0;
            long circulating = pool.circulating(scene, share);
            // What the venue issued to itself is its fee.
            long then = Math.addExact(circulated, Math.max(0, pool.own(scene, share) - owned));
            if (circulating == 0) {
                return;
            }
            notes.met();
            int less = -1;
            for (int asset = 0; asset < lay.length; asset++) {
                long now = pool.heldBy(issuer, scene, asset);
                // A base unit may be nobody's too.
                int compared = Exact.compareProducts(now + 1, then + nobodys, lay[asset], circulating + nobodys);
                if (now == lay[asset] || pool.isClaim(asset)) {
                    continue;
                }
                if (compared > 0) {
                    return;
                }
                // A gift belongs to the shares at one pool, and is nobody's at another; so does what nobody bore of a
                // loss.
                boolean isLess = compared < 0;
                long unborne = pool.unborne(scene, asset);
                for (long others : new long[] {gifts[asset], unborne, Math.addExact(gifts[asset], unborne)}) {
                    isLess &= Exact.compareProducts(
                                    Math.max(0, now - others) + 1,
                                    then + nobodys,
                                    Math.max(0, lay[asset] - others),
                                    circulating + nobodys)
                            < 0;
                }
                less = isLess ? asset : less;
            }
            if (less >= 0) {
                Asset asset = scene.asset(less);
                notes.breach("behind " + scene.asset(share).show(circulating) + " lie "
                        + asset.show(pool.heldBy(issuer, scene, less)) + ", and behind "
                        + scene.asset(share).show(then) + " lay " + asset.show(lay[less]) + ": "
                        + ((Deed.Act) deed).action());
            }
        }

        private void gift(Deed deed, Scene scene) {
            if (deed instanceof Deed.Act act && act.action() instanceof Action.Transfer gift) {
                int venue = scene.venueOf(gift.to().index());
                if (venue != Accounts.NONE && pools[venue].isOwn(scene, gift.to())) {
                    int asset = gift.asset().index();
                    long there = scene.balance(gift.to(), gift.asset());
                    given[venue][asset] += there - before;
                }
            }
        }

        /** The pool with one kind of share that somebody joins or leaves. */
        private @Nullable Pool joined(Deed deed, Scene scene) {
            boolean joins = deed instanceof Deed.Act act
                    && (act.action() instanceof Action.Provide || act.action() instanceof Action.Redeem);
            int venue = joins ? scene.venue(((Action.AtVenue) ((Deed.Act) deed).action()).venue()) : Accounts.NONE;
            return venue != Accounts.NONE
                            && pools[venue].shares().length == 1
                            && !(scene.spec(venue).venue() instanceof StandsReady<?>)
                    ? pools[venue]
                    : null;
        }
    }
}
