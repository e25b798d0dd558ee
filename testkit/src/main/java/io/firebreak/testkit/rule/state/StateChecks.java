package io.firebreak.testkit.rule.state;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.venue.Plan;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.rule.Notes;
import io.firebreak.testkit.rule.Watch;
import io.firebreak.testkit.rule.reading.Outsider;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.BitSet;
import java.util.function.IntToLongFunction;

/** What rules 201 to 229 look at. */
final class StateChecks {
    private StateChecks() {}

    /** Looks at the books after every action and when a block ends. */
    private abstract static class AfterActions implements Watch {
        @Override
        public void after(Deed deed, Scene scene, Notes notes) {
            if (deed instanceof Deed.Act || deed instanceof Deed.Closing) {
                look(scene, notes);
            }
        }

        abstract void look(Scene scene, Notes notes);
    }

    static final class SumsToZero extends AfterActions {
        @Override
        void look(Scene scene, Notes notes) {
            notes.met();
            for (int asset = 0; asset < scene.assetCount(); asset++) {
                int each = asset;
                long sum = sum(scene.accounts(), account -> scene.balance(account, each));
                if (sum != 0) {
                    notes.breach(scene.asset(asset) + " sums to " + sum + " base units");
                }
            }
        }

        /** Nobody can break the engine's books from outside, so the sum alone is what a test can lie to. */
        static long sum(int accounts, IntToLongFunction balances) {
            long sum = 0;
            for (int account = 0; account < accounts; account++) {
                sum += balances.applyAsLong(account);
            }
            return sum;
        }
    }

    static final class OweOnlyByLegs extends AfterActions {
        private BitSet[] owable = new BitSet[0];

        @Override
        public void begin(Scene scene, Notes notes) {
            owable = new BitSet[scene.venues()];
            for (int venue = 0; venue < owable.length; venue++) {
                owable[venue] = new BitSet();
                for (Leg leg : scene.legs(venue)) {
                    if (leg instanceof Leg.SharedDebt debt) {
                        owable[venue].set(debt.shares().index());
                    } else if (!(leg instanceof Leg.Holding)) {
                        owable[venue].set(leg.asset().index());
                    }
                }
            }
        }

        @Override
        void look(Scene scene, Notes notes) {
            int assets = scene.assetCount();
            notes.met();
            for (int account = 0; account < scene.accounts(); account++) {
                Accounts.Kind kind = scene.kind(account);
                boolean margin = kind == Accounts.Kind.MARGIN || kind == Accounts.Kind.LOT;
                for (int asset = 0; asset < assets && (margin || kind == Accounts.Kind.WALLET); asset++) {
                    long balance = scene.balance(account, asset);
                    if (balance < 0 && !(margin && owable[scene.venueOf(account)].get(asset))) {
                        notes.breach(scene.name(scene.id(account)) + " holds "
                                + scene.asset(asset).show(balance));
                    }
                }
            }
        }
    }

    static final class DebtorsOwe extends AfterActions {
        private Seq<Outsider> outsiders = Array.empty();

        @Override
        public void begin(Scene scene, Notes notes) {
            outsiders = Outsider.of(scene);
        }

        @Override
        void look(Scene scene, Notes notes) {
            for (Outsider outsider : outsiders) {
                for (Leg leg : outsider.legs()) {
                    if (leg instanceof Leg.SharedDebt debt) {
                        notes.met();
                        look(outsider, debt, scene, notes);
                    }
                }
            }
        }

        private static void look(Outsider outsider, Leg.SharedDebt debt, Scene scene, Notes notes) {
            long total = outsider.total(debt);
            long owed = 0;
            int debtors = 0;
            for (int account = 0; account < scene.accounts(); account++) {
                Accounts.Kind kind = scene.kind(account);
                if ((kind == Accounts.Kind.MARGIN || kind == Accounts.Kind.LOT)
                        && scene.venueOf(account) == outsider.venue()) {
                    long each = outsider.owed(debt, account);
                    owed += each;
                    debtors += each > 0 ? 1 : 0;
                }
            }
            if (owed < total || owed - total > debtors) {
                notes.breach(
                        scene.name(debt.pool()) + " is owed " + debt.asset().show(total) + ", and " + debtors
                                + " debtors owe " + debt.asset().show(owed));
            }
        }
    }

    static final class StandsOnUnsafe implements Watch {
        @Override
        public void before(Deed deed, Scene scene, Notes notes) {
            if (!(deed instanceof Deed.Closing)) {
                return;
            }
            for (Outsider outsider : Outsider.of(scene).filter(Outsider::isPriced)) {
                for (int target : scene.targets(outsider.venue())) {
                    if (scene.kind(target) == Accounts.Kind.MARGIN) {
                        notes.met();
                        long[] amounts = outsider.amounts(target);
                        if (!outsider.isUnsafe(amounts)) {
                            notes.breach(scene.name(scene.id(target)) + " is on offer, holds " + outsider.show(amounts)
                                    + " and is healthy");
                        }
                    }
                }
            }
        }
    }

    static final class NothingFromNowhere extends AfterActions {
        private BitSet[] mayOwe = new BitSet[0];

        @Override
        void look(Scene scene, Notes notes) {
            notes.met();
            for (int account = 0; account < scene.accounts(); account++) {
                Accounts.Kind kind = scene.kind(account);
                if (kind != Accounts.Kind.OWN && kind != Accounts.Kind.MECHANISM) {
                    continue;
                }
                BitSet allowed = allowed(account, scene);
                for (int asset = 0; asset < scene.assetCount(); asset++) {
                    if (scene.balance(account, asset) < 0 && !allowed.get(asset)) {
                        notes.breach(scene.name(scene.id(account)) + " made "
                                + scene.asset(asset).show(-scene.balance(account, asset)) + " that nobody owes");
                    }
                }
            }
        }

        private BitSet allowed(int account, Scene scene) {
            if (account >= mayOwe.length) {
                mayOwe = java.util.Arrays.copyOf(mayOwe, scene.accounts());
            }
            if (mayOwe[account] == null) {
                mayOwe[account] = owable(account, scene);
            }
            return mayOwe[account];
        }

        private static BitSet owable(int account, Scene scene) {
            int venue = scene.venueOf(account);
            VenueSpec spec = scene.spec(venue);
            Plan plan = spec.venue().plan();
            Seq<Asset> lent =
                    scene.legs(venue).filter(Leg.SharedDebt.class::isInstance).map(Leg::asset);
            BitSet allowed = new BitSet();
            for (Asset asset : scene.assets()) {
                boolean claim = scene.kind(account) == Accounts.Kind.OWN
                        && (plan.issues().exists(each -> (spec.name() + "." + each.name()).equals(asset.symbol()))
                                || plan.issuedAssets().contains(asset));
                boolean issued = scene.kind(account) == Accounts.Kind.MECHANISM
                        && spec.losses().exists(layer -> layer.issues().contains(asset));
                allowed.set(asset.index(), (claim || issued) && !lent.contains(asset));
            }
            for (Leg leg : scene.legs(venue)) {
                if (leg instanceof Leg.SharedDebt debt && debt.pool().index() == account) {
                    allowed.set(debt.asset().index());
                }
            }
            return allowed;
        }
    }
}
