/// Discourse forums: the list of users as CSV, and pages of topics, posts and people as JSON.
@NullMarked
@NamedInterface("discourse")
package org.folkmoot.connectors.discourse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
