package io.firebreak.core.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** As much of JSON Schema as the writer uses. */
final class SchemaCheck {
    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    List<String> breaches(JsonNode value) {
        List<String> breaches = new ArrayList<>();
        check("", value, root, breaches);
        return breaches;
    }

    private boolean fits(JsonNode value, JsonNode schema) {
        List<String> breaches = new ArrayList<>();
        check("", value, schema, breaches);
        return breaches.isEmpty();
    }

    private void check(String path, JsonNode value, JsonNode schema, List<String> breaches) {
        for (String word : (Iterable<String>) schema::fieldNames) {
            JsonNode rule = schema.get(word);
            boolean kept =
                    switch (word) {
                        case "$schema", "$defs", "title", "description", "default", "properties" -> true;
                        case "$ref" -> {
                            check(path, value, root.at(rule.asText().substring(1)), breaches);
                            yield true;
                        }
                        case "type" ->
                            rule.isArray()
                                    ? stream(rule).anyMatch(each -> isA(value, each.asText()))
                                    : isA(value, rule.asText());
                        case "enum" -> stream(rule).anyMatch(value::equals);
                        case "pattern" ->
                            !value.isTextual()
                                    || java.util.regex.Pattern.compile(rule.asText())
                                            .matcher(value.asText())
                                            .find();
                        case "oneOf" ->
                            stream(rule).filter(each -> fits(value, each)).count() == 1;
                        case "anyOf" -> stream(rule).anyMatch(each -> fits(value, each));
                        case "required" -> !value.isObject() || stream(rule).allMatch(each -> value.has(each.asText()));
                        case "items" -> {
                            value.forEach(each -> check(path + "[]", each, rule, breaches));
                            yield true;
                        }
                        case "additionalProperties" -> true;
                        default -> throw new IllegalArgumentException("unknown word " + word);
                    };
            if (!kept) {
                breaches.add(path + " breaks " + word + ": " + value);
            }
        }
        if (value.isObject()) {
            for (var field : value.properties()) {
                JsonNode known = schema.path("properties").path(field.getKey());
                JsonNode others = schema.path("additionalProperties");
                if (!known.isMissingNode()) {
                    check(path + "/" + field.getKey(), field.getValue(), known, breaches);
                } else if (others.isObject()) {
                    check(path + "/" + field.getKey(), field.getValue(), others, breaches);
                } else if (others.isBoolean() && !others.asBoolean()) {
                    breaches.add(path + " has " + field.getKey());
                }
            }
        }
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isA(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }
}
