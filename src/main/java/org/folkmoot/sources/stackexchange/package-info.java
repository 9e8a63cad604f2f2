/// Stack Exchange, live: questions, answers, comments and people of a site.
@NullMarked
package org.folkmoot.sources.stackexchange;

import org.jspecify.annotations.NullMarked;
