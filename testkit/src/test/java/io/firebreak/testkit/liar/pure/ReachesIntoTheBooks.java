package io.firebreak.testkit.liar.pure;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.core.book.Ledger;
import io.firebreak.testkit.liar.relation.Spread;
import java.lang.reflect.Field;

/** Takes the view apart and writes behind it. */
public record ReachesIntoTheBooks() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        Object desk = field(docket.view(), "desk");
        Ledger ledger = (Ledger) field(field(desk, "world"), "ledger");
        ledger.mix(account.index(), 1);
        return SMALL;
    }

    private static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("nothing to take apart in " + owner, closed);
        }
    }
}
