package io.firebreak.core.price;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.firebreak.core.random.Streams;
import io.vavr.collection.List;
import java.util.Arrays;

/** Paths block by block, for tests. */
public final class Times {
    private Times() {}

    /** What a path sees in a block; block 0 is at time {@code startMillis}. */
    public static PriceView view(long seed, String name, long startMillis, long stepMillis, long block) {
        return new PriceView() {
            @Override
            public Block block() {
                return new Block(block, startMillis + block * stepMillis);
            }

            @Override
            public long stepMillis() {
                return stepMillis;
            }

            @Override
            public Draws draws() {
                return new Streams(seed).at(name, 0, block);
            }

            @Override
            public Draws shared(String factor) {
                return new Streams(seed).at("factor " + factor, 0, block);
            }
        };
    }

    /** The prices of the first blocks. */
    static <S> double[] walk(PriceModel<S> model, String name, long startMillis, long stepMillis, int blocks) {
        double[] prices = new double[blocks];
        Tick<S> tick = model.start(view(1, name, startMillis, stepMillis, 0));
        prices[0] = tick.price();
        for (int block = 1; block < blocks; block++) {
            tick = model.step(tick.state(), view(1, name, startMillis, stepMillis, block));
            prices[block] = tick.price();
        }
        return prices;
    }

    /** A file whose rows begin with their time. */
    public static DataFile file(String columns, double[]... rows) {
        List<String> names = List.of(columns.split(","));
        long[] times = Arrays.stream(rows).mapToLong(row -> (long) row[0]).toArray();
        double[][] numbers = new double[names.size()][rows.length];
        for (int column = 0; column < names.size(); column++) {
            for (int row = 0; row < rows.length; row++) {
                numbers[column][row] = rows[row][column + 1];
            }
        }
        return new DataFile("test.csv", names, times, numbers);
    }

    /** A row: time first. */
    public static double[] row(double... cells) {
        return cells;
    }
}
