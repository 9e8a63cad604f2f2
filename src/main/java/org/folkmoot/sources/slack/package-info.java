/// Slack, live: people, channels, messages, threads, reactions and calls.
@NullMarked
package org.folkmoot.sources.slack;

import org.jspecify.annotations.NullMarked;
