package org.folkmoot.access;

import org.folkmoot.kernel.CommunityId;

/// Somebody of the team, or a job, changed something in that community. Published within the
/// transaction of the change: listen to it after the commit.
public record TrailGrew(CommunityId community) {}
