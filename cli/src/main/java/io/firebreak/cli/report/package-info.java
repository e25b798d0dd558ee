/**
 * The report: one HTML file that opens offline and argues against itself first. {@link io.firebreak.cli.report.ReportModel} is all it says,
 * {@link io.firebreak.cli.report.Report} writes it; the other classes are its sections, in tables that need no script and charts that add to them.
 */
@NullMarked
package io.firebreak.cli.report;

import org.jspecify.annotations.NullMarked;
