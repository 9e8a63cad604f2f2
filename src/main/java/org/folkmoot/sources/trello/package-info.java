/// Trello, live: boards, members, cards, comments and calls.
@NullMarked
package org.folkmoot.sources.trello;

import org.jspecify.annotations.NullMarked;
