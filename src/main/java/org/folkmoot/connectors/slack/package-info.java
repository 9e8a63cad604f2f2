/// Slack workspace exports: their people, channels, messages, threads and reactions.
@NullMarked
package org.folkmoot.connectors.slack;

import org.jspecify.annotations.NullMarked;
