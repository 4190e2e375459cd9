package costwire.deploy.serve;

import io.javalin.config.RoutesConfig;

/** A part of the API. */
@FunctionalInterface
interface Routes {
  void addTo(RoutesConfig routes);
}
