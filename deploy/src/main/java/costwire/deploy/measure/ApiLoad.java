package costwire.deploy.measure;

import costwire.deploy.serve.ModelServer;

/**
 * What the API is to bear.
 *
 * @param companies with an estimate each, at least 1
 * @param claims in all, at least as many as companies
 * @param rate requests a second, at least 1
 * @param seconds for which each load lasts, at least 1
 * @param clients that follow the stream, at least 1
 * @param seed of all chance
 */
public record ApiLoad(int companies, int claims, int rate, int seconds, int clients, long seed) {
  public static final ApiLoad FULL = new ApiLoad(1_000, 100_000, 200, 60, 2_000, 1);

  /** Over in seconds. */
  public static final ApiLoad QUICK = new ApiLoad(20, 2_000, 10, 3, 20, 1);

  private static final int MOST_WARM_UP = 10;

  public ApiLoad {
    require(companies >= 1, "--companies must be at least 1");
    require(claims >= companies, "--claims must be at least as many as --companies");
    require(rate >= 1, "--rate must be at least 1");
    require(seconds >= 1, "--seconds must be at least 1");
    require(clients >= 1, "--clients must be at least 1");
    refuseMore("--claims", claims, ModelServer.MAX_CLAIMS);
    refuseMore("--clients", clients, ModelServer.MAX_FOLLOWERS);
  }

  /** Seconds that each load lasts longer, at its beginning, without being counted. */
  int warmUp() {
    return Math.min(MOST_WARM_UP, seconds);
  }

  private static void refuseMore(String option, int value, int most) {
    require(value <= most, option + " may be " + most + " at most: the server takes no more");
  }

  private static void require(boolean is, String otherwise) {
    if (!is) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
