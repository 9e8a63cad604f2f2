/// Notion, live: people, data sources, pages, comments and calls.
@NullMarked
package org.folkmoot.sources.notion;

import org.jspecify.annotations.NullMarked;
