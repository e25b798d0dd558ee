package io.firebreak.amm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** The cases of a file of numbers from a real protocol. */
public final class JsonCases {
    private JsonCases() {}

    public static JsonNode file(String name) {
        try (InputStream stream = JsonCases.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException("no vectors in " + name, e);
        }
    }

    /** A test for each case that is meant: its inputs and what is expected. */
    public static Stream<DynamicTest> of(String file, Predicate<JsonNode> which, BiConsumer<JsonNode, JsonNode> check) {
        return StreamSupport.stream(file(file).path("cases").spliterator(), false)
                .filter(which)
                .map(each -> DynamicTest.dynamicTest(
                        each.path("name").asText(), () -> check.accept(each.path("inputs"), each.path("expected"))));
    }

    public static BigInteger integer(JsonNode number) {
        return new BigDecimal(number.asText()).toBigIntegerExact();
    }

    public static BigInteger[] integers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonCases::integer)
                .toArray(BigInteger[]::new);
    }
}
