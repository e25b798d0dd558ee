package io.firebreak.testkit.world;

import io.vavr.collection.Seq;

/**
 * The numbers from which a world and its script are made, whatever stands in it: what generators draw.
 *
 * @param blockMillis length of a block
 * @param start price of ETH in USD in the first block
 * @param moves what the price does in each further block
 * @param feed how the venue sees the price
 * @param depth value that moves the market by 2 %, in USD; 0: nothing can be sold; infinite: no impact
 * @param holders who holds a position when the script begins
 * @param choices what happens, in order
 */
public record Sketch(
        long blockMillis,
        int start,
        Seq<Move> moves,
        Feed feed,
        double depth,
        Seq<Holder> holders,
        Seq<Choice> choices,
        long seed) {
    /** What the price does at the beginning of a block. */
    public sealed interface Move {
        /** It stays. */
        record Stay() implements Move {}

        /** It is multiplied. */
        record By(double factor) implements Move {}

        /**
         * It goes where a holder stands at the edge.
         *
         * @param ticks so many of the price's smallest steps above (a holder may still be safe) or below it
         */
        record ToEdge(int holder, int ticks) implements Move {}
    }

    /** How the venue sees the price. */
    public enum Feed {
        /** As it is. */
        LIVE,
        /** Ten blocks late. */
        LATE,
        /** Silent from the third block on. */
        SILENT,
        /** When it moved by 5 %, or once in 100 blocks. */
        COARSE,
        /** Something else: up to 30 % off. */
        WILD
    }

    /**
     * A position.
     *
     * @param wallet whose
     * @param size of the collateral, in thousandths of a whole unit of ETH or of a thousand USD
     * @param use of the most that may be borrowed or bought with it, in thousandths
     * @param isShort whether contracts are sold, where there are contracts
     */
    public record Holder(int wallet, int size, int use, boolean isShort) {}

    /**
     * Something that is done, in terms that fit any state: what exactly is decided when it is known what is there.
     *
     * @param who acts
     * @param which of the targets, assets or accounts there are
     * @param size which of the amounts that matter
     */
    public record Choice(Intent intent, int who, int which, int size) {}
}
