/// The feed of any site, RSS or Atom: its articles.
@NullMarked
package org.folkmoot.sources.feed;

import org.jspecify.annotations.NullMarked;
