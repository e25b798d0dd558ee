package io.firebreak.core.book;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Who is on the ledger: the kind, venue, owner and name of every account, by number. */
public final class Accounts {
    /** No account, no venue. */
    public static final int NONE = -1;

    /** What an account is. */
    public enum Kind {
        /** The rest of the world: issues base assets. */
        OUTSIDE,
        /** Belongs to a person; never negative. */
        WALLET,
        /** A venue's own: pool, treasury, reserve. */
        OWN,
        /** Holdings and debts at a venue. */
        MARGIN,
        /** A part of a margin account that was seized. */
        LOT,
        /** What is missing at a venue, and what nobody bore. */
        SHORTFALL,
        /** A liquidation or loss model's own. */
        MECHANISM
    }

    private Kind[] kinds = new Kind[64];
    private int[] venues = new int[64];
    private int[] owners = new int[64];
    private Object[] names = new Object[64];
    private int[] nameNumbers = new int[64];
    private int size;

    /** Opens an account; {@code owner} is a lot's margin account, a margin account's wallet, or {@link #NONE}. */
    public int open(Kind kind, int venue, int owner, String name) {
        return add(kind, venue, owner, name, 0);
    }

    /** Opens {@code count} accounts in a row whose names are made on demand from 0..count−1. */
    public int openAll(Kind kind, int venue, int owner, int count, IntFunction<String> name) {
        int first = size;
        for (int i = 0; i < count; i++) {
            add(kind, venue, owner, name, i);
        }
        return first;
    }

    private int add(Kind kind, int venue, int owner, Object name, int number) {
        if (size == kinds.length) {
            int grown = size * 2;
            kinds = Arrays.copyOf(kinds, grown);
            venues = Arrays.copyOf(venues, grown);
            owners = Arrays.copyOf(owners, grown);
            names = Arrays.copyOf(names, grown);
            nameNumbers = Arrays.copyOf(nameNumbers, grown);
        }
        kinds[size] = kind;
        venues[size] = venue;
        owners[size] = owner;
        names[size] = name;
        nameNumbers[size] = number;
        return size++;
    }

    public int size() {
        return size;
    }

    public Kind kind(int account) {
        return kinds[account];
    }

    /** The venue's number, or {@link #NONE}. */
    public int venue(int account) {
        return venues[account];
    }

    public int owner(int account) {
        return owners[account];
    }

    /** Says whose lot it is. */
    public void setOwner(int account, int owner) {
        owners[account] = owner;
    }

    @SuppressWarnings("unchecked")
    public String name(int account) {
        Object name = names[account];
        return name instanceof String text ? text : ((IntFunction<String>) name).apply(nameNumbers[account]);
    }
}
