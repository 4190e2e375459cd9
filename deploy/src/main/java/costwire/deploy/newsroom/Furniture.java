package costwire.deploy.newsroom;

import java.util.List;

/**
 * What stands around an article on a page of one language. Headlines and remarks name figures that
 * no article does, so that a scraper that takes them for text is found out.
 *
 * @param sections names of the navigation
 * @param traps headlines of other stories
 * @param remarks readers' comments
 */
record Furniture(
    List<String> sections,
    String also,
    String related,
    List<String> traps,
    String cookies,
    String accept,
    String ad,
    String newsletter,
    String subscribe,
    String share,
    String comments,
    List<String> remarks,
    String footer) {}
