// An address that leads nowhere.

import { element } from "./element.js";
import { notice } from "./notice.js";
import * as route from "./route.js";

export class NotFound {
  title = "No such page";

  constructor() {
    const way = element("a", { href: route.overview() }, "All companies");
    this.node = element("div", {}, notice("There is no such page", "", [], "h1"), way);
  }
}
