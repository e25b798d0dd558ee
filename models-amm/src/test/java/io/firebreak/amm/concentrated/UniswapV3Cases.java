package io.firebreak.amm.concentrated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Numbers from Uniswap v3's own test suite, taken as they are: the arithmetic is exact on numbers of any size. */
final class UniswapV3Cases {
    private UniswapV3Cases() {}

    static JsonNode file(String name) {
        try (InputStream stream = UniswapV3Cases.class.getResourceAsStream("/vectors/" + name)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException("no vectors in " + name, e);
        }
    }

    static Stream<JsonNode> cases(JsonNode file) {
        return StreamSupport.stream(file.path("cases").spliterator(), false);
    }

    static Stream<DynamicTest> tests(Stream<JsonNode> cases, Consumer<JsonNode> check) {
        return cases.map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check.accept(each)));
    }

    /** A remark may follow it. */
    static BigInteger number(JsonNode value) {
        return new BigInteger(value.asText().split(" ", 2)[0]);
    }
}
