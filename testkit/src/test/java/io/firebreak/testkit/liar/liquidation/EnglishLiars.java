package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Ruling;
import io.vavr.collection.TreeMap;

/** Liars that sell lots to the best bidder. */
public final class EnglishLiars {
    private EnglishLiars() {}

    /** Tells no lie: what the others are compared with. */
    public record HonestEnglish() implements AlmostEnglish {}

    /** Keeps what the outbid have locked. */
    public record KeepsTheMoneyOfTheOutbid() implements AlmostEnglish {
        @Override
        public Ruling<TreeMap<AccountId, Best>> refund(Ruling<TreeMap<AccountId, Best>> ruling, Best outbid) {
            return ruling;
        }
    }

    /** Lets a bid give way to an equal one. */
    public record TakesBidsThatAreNoBetter() implements AlmostEnglish {
        @Override
        public long least(Best best) {
            return Math.max(1, best.paid());
        }
    }

    /** Lets the lot go to whoever settles the auction. */
    public record LotGoesToWhoeverSettles() implements AlmostEnglish {
        @Override
        public AccountId winner(Best best, AccountId caller) {
            return caller;
        }
    }

    /** Sells half of a lot, and keeps the other half in it until it is settled. */
    public record KeepsWhatIsNotBidFor() implements AlmostEnglish {
        @Override
        public long gives(long held) {
            return (held + 1) / 2;
        }
    }
}
