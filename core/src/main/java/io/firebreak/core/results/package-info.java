/**
 * What an experiment leaves on disk: {@link ResultFolder} moves a finished folder into place or nothing at all,
 * {@link ResultTables} writes Parquet and DuckDB, {@link Manifest} says what it takes to do it again, {@link FolderJournal}
 * keeps finished runs of an experiment that is still going on.
 */
@NullMarked
package io.firebreak.core.results;

import org.jspecify.annotations.NullMarked;
