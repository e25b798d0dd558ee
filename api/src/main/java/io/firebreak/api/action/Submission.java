package io.firebreak.api.action;

/**
 * An action on its way into a block.
 *
 * @param feeGwei price bid per unit of gas; 0 where the scenario has no gas price
 * @param lifetimeBlocks how many blocks it waits for space before it expires; 1 is this block only
 * @param label who cares later: returned with the receipt, any number the agent chooses
 */
public record Submission(Action action, long feeGwei, int lifetimeBlocks, long label) {
    public static Submission of(Action action, long feeGwei) {
        return new Submission(action, feeGwei, 1, 0);
    }
}
