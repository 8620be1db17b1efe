/**
 * Result tables as Parquet, and SQL over the tables of a folder. Both are done by DuckDB, which is no part of the program: the first command
 * that needs it fetches it. Only JDBC is known of it.
 *
 * <p>Start reading at {@link org.bridgeconvoy.columns.ParquetTables} and {@link org.bridgeconvoy.columns.FolderQuery}.
 */
@NullMarked
package org.bridgeconvoy.columns;

import org.jspecify.annotations.NullMarked;
