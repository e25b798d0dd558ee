package io.firebreak.cli;

/** How a command writes its result. */
enum Format {
    /** For readers. */
    TABLE,
    /** One JSON object. */
    JSON
}
