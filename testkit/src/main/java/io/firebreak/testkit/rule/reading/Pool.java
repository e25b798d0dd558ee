package io.firebreak.testkit.rule.reading;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.venue.Plan;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Scene;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What lies at a venue, and the shares of it that the venue issued. */
public final class Pool {
    private final int venue;
    private final int treasury;
    private final int[] shares;
    /** Its own accounts, but for the treasury: all are opened before a run begins. */
    private final int[] own;

    private final int[] missing;
    private final BitSet claims = new BitSet();

    public Pool(Scene scene, int venue) {
        this.venue = venue;
        treasury = scene.own(venue, "treasury").index();
        own = accounts(scene, account -> isOwn(scene, account));
        missing = accounts(
                scene, account -> scene.venueOf(account) == venue && scene.kind(account) == Accounts.Kind.SHORTFALL);
        String prefix = scene.spec(venue).name() + ".";
        for (int asset = 0; asset < scene.assetCount(); asset++) {
            claims.set(asset, scene.asset(asset).symbol().startsWith(prefix));
        }
        shares = scene.spec(venue)
                .venue()
                .plan()
                .issues()
                .filter(claim -> claim.kind() == Plan.Kind.SHARE)
                .map(claim -> prefix + claim.name())
                .map(symbol -> scene.assets()
                        .find(asset -> asset.symbol().equals(symbol))
                        .get()
                        .index())
                .toJavaStream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] accounts(Scene scene, IntPredicate which) {
        return IntStream.range(0, scene.accounts()).filter(which).toArray();
    }

    public static Pool[] all(Scene scene) {
        Pool[] pools = new Pool[scene.venues()];
        for (int venue = 0; venue < pools.length; venue++) {
            pools[venue] = new Pool(scene, venue);
        }
        return pools;
    }

    public int[] shares() {
        return shares;
    }

    /** Whether an asset is something that the venue issued: no asset of the pool. */
    public boolean isClaim(int asset) {
        return claims.get(asset);
    }

    /** How many of a share there are, whoever has them. */
    public long circulating(Scene scene, int share) {
        long issued = 0;
        for (int account = 0; account < scene.accounts(); account++) {
            issued -= Math.min(0, scene.balance(account, share));
        }
        return issued;
    }

    /** The shares that the venue's own accounts have: locked ones, and the treasury's. */
    public long own(Scene scene, int share) {
        long held = Math.max(0, scene.balance(treasury, share));
        for (int account : own) {
            held += Math.max(0, scene.balance(account, share));
        }
        return held;
    }

    /** What lies there of an asset or is lent, less what is missing; the treasury's left out. */
    public long held(Scene scene, int asset) {
        long held = 0;
        for (int account : own) {
            held += Math.max(0, scene.balance(account, asset));
        }
        for (int account : missing) {
            held += Math.min(0, scene.balance(account, asset));
        }
        return Math.max(0, held);
    }

    /** What is there of an asset, taken together: what suppliers, the venue and its treasury have, less what is lent or missing. */
    public long idle(Scene scene, int asset) {
        long idle = scene.balance(treasury, asset);
        for (int account : own) {
            idle += scene.balance(account, asset);
        }
        for (int account : missing) {
            idle += scene.balance(account, asset);
        }
        return idle;
    }

    /** The account that owes the shares: what they are shares of lies there. */
    public int issuer(Scene scene, int share) {
        for (int account : own) {
            if (scene.balance(account, share) < 0) {
                return account;
            }
        }
        return Accounts.NONE;
    }

    /** What an account has of an asset, less what is missing at the venue and may still be its shareholders' loss. */
    public long heldBy(int account, Scene scene, int asset) {
        long missing = Math.min(0, scene.balance(scene.own(venue, "shortfall").index(), asset));
        return Math.max(0, scene.balance(account, asset) + missing);
    }

    /** What nobody bore of losses: still owed to the shares at one venue, lost to them at another. */
    public long unborne(Scene scene, int asset) {
        return Math.max(0, -scene.balance(scene.own(venue, "bad-debt").index(), asset));
    }

    /** Whether an account is one of those in which the venue keeps what is its shareholders'. */
    public boolean isOwn(Scene scene, int account) {
        return scene.venueOf(account) == venue && scene.kind(account) == Accounts.Kind.OWN && account != treasury;
    }

    public boolean isOwn(Scene scene, AccountId account) {
        return isOwn(scene, account.index());
    }

    /** Whether it issues shares, and nobody has any: those that are issued next may count otherwise. */
    public boolean isDeserted(Scene scene) {
        for (int share : shares) {
            if (circulating(scene, share) > 0) {
                return false;
            }
        }
        return shares.length > 0;
    }

    /** Whether somebody gave a pool of debts more than is owed, or something lies there and nobody has a share. */
    public boolean isAnybodys(Scene scene) {
        for (Leg leg : scene.legs(venue)) {
            if (leg instanceof Leg.SharedDebt debt && scene.balance(debt.pool(), debt.asset()) > 0) {
                return true;
            }
        }
        if (!isDeserted(scene)) {
            return false;
        }
        for (int asset = 0; asset < scene.assetCount(); asset++) {
            if (held(scene, asset) > 0) {
                return true;
            }
        }
        return false;
    }
}
