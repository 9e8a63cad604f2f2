/// Slack workspace exports: their people, channels, messages, threads and reactions.
@NullMarked
@NamedInterface("slack")
package org.folkmoot.connectors.slack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
