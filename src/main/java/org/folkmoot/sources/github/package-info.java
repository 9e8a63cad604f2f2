/// GitHub, live: issues, pull requests, reviews, discussions, stars, forks, releases and calls.
@NullMarked
package org.folkmoot.sources.github;

import org.jspecify.annotations.NullMarked;
