/// YouTube, live: a channel's videos, their comments, the chat of live ones, and its figures.
@NullMarked
package org.folkmoot.sources.youtube;

import org.jspecify.annotations.NullMarked;
