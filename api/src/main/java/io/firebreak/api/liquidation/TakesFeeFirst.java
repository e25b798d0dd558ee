package io.firebreak.api.liquidation;

/**
 * A liquidation model whose penalty is a fee on what is sold: it is taken even where the debt is not cleared in full, as the
 * protocol that it follows does.
 *
 * @source Aave v3, LiquidationLogic.sol; Euler v1, Liquidation.sol
 */
public interface TakesFeeFirst extends StatesPenalty {}
