package io.firebreak.amm.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.JsonCases;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Buckets of PINstimation (cran/PINstimation d97b28d3, R/model_vpin.R) on its own data. The two cases whose trades are not in the
 * file, "whole hfdata" and "vignette printout", are exempt: there is nothing to compute them from.
 */
class VpinVectors {
    @TestFactory
    Stream<DynamicTest> buckets() {
        return JsonCases.of("vpin.json", each -> each.path("inputs").has("timebars"), (inputs, expected) -> {
            Seq<VolumeBuckets.Bar> bars = Vector.empty();
            for (JsonNode bar : inputs.path("timebars")) {
                bars = bars.append(new VolumeBuckets.Bar(
                        bar.path(0).asDouble(), bar.path(1).asDouble()));
            }
            double size = VolumeBuckets.size(
                    bars,
                    inputs.path("days").asDouble(),
                    inputs.path("bucketsPerDay").asInt());
            assertThat(size).isCloseTo(expected.path("VBS").asDouble(), within(1e-9));
            assertThat(VolumeBuckets.deviation(bars))
                    .isCloseTo(expected.path("sd_dp").asDouble(), within(1e-12));
            Seq<VolumeBuckets.Bucket> buckets =
                    VolumeBuckets.of(bars, size, inputs.path("samplength").asInt());
            assertThat(buckets).hasSize(expected.path("buckets").size());
            for (int at = 0; at < buckets.size(); at++) {
                JsonNode bucket = expected.path("buckets").path(at);
                assertThat(buckets.get(at).buys()).isCloseTo(bucket.path("buy").asDouble(), within(1e-6));
                assertThat(buckets.get(at).sells())
                        .isCloseTo(bucket.path("sell").asDouble(), within(1e-6));
                if (bucket.path("vpin").isNull()) {
                    assertThat(buckets.get(at).vpin()).isNaN();
                } else {
                    assertThat(buckets.get(at).vpin())
                            .isCloseTo(bucket.path("vpin").asDouble(), within(1e-9));
                }
            }
        });
    }
}
