package io.firebreak.core.book;

import java.util.Arrays;

/** A growing list of account numbers. */
public final class IntList {
    private int[] items = new int[16];
    private int size;

    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    public int get(int at) {
        return items[at];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    public void sort() {
        Arrays.sort(items, 0, size);
    }
}
