/// GitHub's own JSON, saved page by page: issues, pull requests, discussions, stars.
@NullMarked
@NamedInterface("github")
package org.folkmoot.connectors.github;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
