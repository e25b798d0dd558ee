package io.firebreak.lending.batch;

import io.firebreak.api.ledger.AccountId;
import java.math.BigDecimal;

/**
 * A bid whose money is locked until its batch is settled.
 *
 * @param pay most that it pays, base units
 * @param limit most that it pays for a base unit
 */
public record Sealed(AccountId bidder, long pay, BigDecimal limit) {}
