package io.firebreak.api.venue;

/**
 * A venue at which somebody may pay other accounts' debts off, healthy ones too, and take what stands behind them at face
 * value: redemption. The engine lets it debit any of its margin accounts, and stops it where one of them is worth less
 * afterwards than before.
 */
public interface RedeemsAccounts {}
