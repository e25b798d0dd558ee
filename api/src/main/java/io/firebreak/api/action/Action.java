package io.firebreak.api.action;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What somebody asks for in a block: applied as a whole, or rejected with a reason and no trace but the gas paid for it.
 */
public interface Action {
    /** What it costs in block space, in gas units. */
    long gas();

    /** An action that a venue answers. Venues may define further records of their own. */
    interface AtVenue extends Action {
        VenueRef venue();
    }

    /** Puts an asset into the sender's margin account or share of a pool. */
    record Deposit(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 150_000;
        }
    }

    /** Takes an asset out of the sender's margin account or share of a pool. */
    record Withdraw(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 150_000;
        }
    }

    /** Draws debt against the sender's margin account. */
    record Borrow(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 250_000;
        }
    }

    /** Pays debt of the sender's margin account back. */
    record Repay(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 200_000;
        }
    }

    /**
     * Exchanges one asset for another at an automated market maker.
     *
     * @param atLeast fewest units of {@code get} that the sender accepts
     */
    record Swap(
            VenueRef venue,
            Asset give,
            @Parameter(value = "how much", unit = "give") Quantity quantity,
            Asset get,
            @Parameter(value = "fewest that the sender accepts", unit = "get") long atLeast)
            implements AtVenue {
        @Override
        public long gas() {
            return 120_000;
        }
    }

    /**
     * Changes a perpetual position.
     *
     * @param contracts signed base units of the contract to add: positive buys, negative sells
     */
    record Trade(
            VenueRef venue,
            Asset contract,
            @Parameter(value = "to add: positive buys, negative sells", unit = "contract") long contracts)
            implements AtVenue {
        @Override
        public long gas() {
            return 300_000;
        }
    }

    /** Adds assets to a pool in its proportions, for shares. */
    record Provide(
            VenueRef venue,
            @Parameter("how much of each asset of the pool, in its order") Seq<Quantity> quantities,
            @Parameter("which shares, where the pool issues several kinds; the first where it is left out")
                    Option<Asset> shares)
            implements AtVenue {
        public Provide(VenueRef venue, Seq<Quantity> quantities) {
            this(venue, quantities, Option.none());
        }

        @Override
        public long gas() {
            return 200_000;
        }
    }

    /** Returns shares of a pool for its assets. */
    record Redeem(VenueRef venue, Asset shares, @Parameter(value = "how much", unit = "shares") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 200_000;
        }
    }

    /** Locks an asset at a bridge; its wrapped twin arrives after the bridge's delay. */
    record Lock(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 120_000;
        }
    }

    /** Burns a wrapped asset at a bridge; the locked one is released after the bridge's delay. */
    record Release(VenueRef venue, Asset wrapped, @Parameter(value = "how much", unit = "wrapped") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 120_000;
        }
    }

    /** Takes what is not the sender's out of a venue's reserve: the failure that a scenario scripts. */
    record Steal(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 100_000;
        }
    }

    /** Exchanges one asset for another on the outside market, at its price and with its impact. */
    record MarketOrder(
            MarketRef market, Asset give, @Parameter(value = "how much", unit = "give") Quantity quantity, Asset get)
            implements Action {
        /** Happens off-chain: takes no block space. */
        @Override
        public long gas() {
            return 0;
        }
    }

    /** Moves an asset between wallets. */
    record Transfer(AccountId to, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements Action {
        @Override
        public long gas() {
            return 21_000;
        }
    }

    /** An action that a venue's liquidation model (or a loss model that sells) answers. */
    sealed interface Called extends AtVenue {
        /** The unsafe account, or the lot. */
        AccountId target();
    }

    /** Starts the liquidation of an unsafe account, where its model wants it started. */
    record Kick(VenueRef venue, @Parameter("the unsafe account") AccountId target) implements Called {
        @Override
        public long gas() {
            return 300_000;
        }
    }

    /**
     * A limit order on a standing offer: swap up to {@code pay} for {@code receive}, at no worse a price than {@code pay ÷
     * receive}.
     *
     * @param pair what the target gives and what it wants for it
     * @param pay most base units of the wanted asset that the bidder hands over
     * @param receive base units of the given asset
     */
    record Bid(
            VenueRef venue,
            @Parameter("the account or lot") AccountId target,
            @Parameter("what the target gives and what it wants for it") Pair pair,
            @Parameter(value = "most that the bidder hands over", unit = "pair.want") Quantity pay,
            @Parameter(value = "what for", unit = "pair.give") long receive)
            implements Called {
        @Override
        public long gas() {
            return 180_000;
        }
    }

    /** Closes an auction that has run its time, for its best bidder. */
    record Settle(VenueRef venue, @Parameter("the account or lot") AccountId target) implements Called {
        @Override
        public long gas() {
            return 120_000;
        }
    }

    /** Starts an auction anew that ran out without a buyer. */
    record Restart(VenueRef venue, @Parameter("the account or lot") AccountId target) implements Called {
        @Override
        public long gas() {
            return 150_000;
        }
    }

    /**
     * Lends the sender {@code quantity} from {@code lender} until the end of the bundle: it opens and {@link FlashReturn}
     * closes the loan inside one {@link Bundle}.
     */
    record FlashBorrow(VenueRef venue, Asset asset, @Parameter(value = "how much", unit = "asset") Quantity quantity)
            implements AtVenue {
        @Override
        public long gas() {
            return 100_000;
        }
    }

    /** Returns what {@link FlashBorrow} lent, with the lender's fee. */
    record FlashReturn(VenueRef venue, Asset asset) implements AtVenue {
        @Override
        public long gas() {
            return 50_000;
        }
    }

    /** Several steps as one: they see each other, and one that fails undoes all. */
    record Bundle(@Parameter("done one after the other") Seq<Action> steps) implements Action {
        @Override
        public long gas() {
            return steps.map(Action::gas).sum().longValue();
        }
    }
}
