package costwire.deploy.command;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param out results only, UTF-8
 * @param err everything for the human
 */
record Console(InputStream in, PrintStream out, PrintStream err) {}
