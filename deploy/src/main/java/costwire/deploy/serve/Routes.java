package costwire.deploy.serve;

import java.util.List;

/** A part of the API. */
@FunctionalInterface
interface Routes {
  List<Route> routes();
}
