package io.firebreak.cli;

/** The command {@code firebreak}. */
public final class Firebreak {
    private Firebreak() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.out.println("Firebreak: nothing to run yet.");
    }
}
