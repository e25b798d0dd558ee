package io.firebreak.core.engine;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Event;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What happened, in columns; an action that fails takes its events back. */
final class EventLog {
    private Event.Kind[] kinds = new Event.Kind[32];
    private long[] blocks = new long[32];
    private int[] venues = new int[32];
    private int[] subjects = new int[32];
    private int[] others = new int[32];
    private int[] firstAssets = new int[32];
    private long[] firsts = new long[32];
    private int[] secondAssets = new int[32];
    private long[] seconds = new long[32];
    private int size;

    int size() {
        return size;
    }

    void truncate(int to) {
        size = to;
    }

    void add(
            Event.Kind kind,
            long block,
            int venue,
            int subject,
            int other,
            int firstAsset,
            long first,
            int secondAsset,
            long second) {
        if (size == kinds.length) {
            int grown = size * 2;
            kinds = Arrays.copyOf(kinds, grown);
            blocks = Arrays.copyOf(blocks, grown);
            venues = Arrays.copyOf(venues, grown);
            subjects = Arrays.copyOf(subjects, grown);
            others = Arrays.copyOf(others, grown);
            firstAssets = Arrays.copyOf(firstAssets, grown);
            firsts = Arrays.copyOf(firsts, grown);
            secondAssets = Arrays.copyOf(secondAssets, grown);
            seconds = Arrays.copyOf(seconds, grown);
        }
        kinds[size] = kind;
        blocks[size] = block;
        venues[size] = venue;
        subjects[size] = subject;
        others[size] = other;
        firstAssets[size] = firstAsset;
        firsts[size] = first;
        secondAssets[size] = secondAsset;
        seconds[size++] = second;
    }

    /** Hands the events from {@code from} on to somebody, as values. */
    void forEach(int from, List<Asset> assets, List<String> venueNames, Consumer<Event> each) {
        for (int i = from; i < size; i++) {
            each.accept(new Event(
                    kinds[i],
                    blocks[i],
                    venues[i] < 0 ? "" : venueNames.get(venues[i]),
                    new AccountId(subjects[i]),
                    new AccountId(others[i]),
                    new Parcel(assets.get(firstAssets[i]), firsts[i]),
                    new Parcel(assets.get(secondAssets[i]), seconds[i])));
        }
    }

    Event.Kind kind(int at) {
        return kinds[at];
    }

    int venue(int at) {
        return venues[at];
    }

    int subject(int at) {
        return subjects[at];
    }

    int other(int at) {
        return others[at];
    }

    int firstAsset(int at) {
        return firstAssets[at];
    }

    long first(int at) {
        return firsts[at];
    }

    int secondAsset(int at) {
        return secondAssets[at];
    }

    long second(int at) {
        return seconds[at];
    }
}
