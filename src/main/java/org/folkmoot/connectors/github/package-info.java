/// GitHub's own JSON, saved page by page: issues, pull requests, discussions, stars.
@NullMarked
package org.folkmoot.connectors.github;

import org.jspecify.annotations.NullMarked;
