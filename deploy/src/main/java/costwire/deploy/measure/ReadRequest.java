package costwire.deploy.measure;

/**
 * What somebody asks for.
 *
 * @param kind the route, and what is asked of it, as the table names it
 * @param path with its query, without the first slash
 * @param known whether who asks has an earlier answer, and says which
 */
record ReadRequest(String kind, String path, boolean known) {}
