-- What cannot be used is kept once: found by its print, not by reading all that was refused before.
delete from sources.refused_row one using sources.refused_row other
    where one.community_id = other.community_id and one.source_id = other.source_id and one.id > other.id
        and one.reason = other.reason and one.raw = other.raw;
create unique index refused_row_once on sources.refused_row (community_id, source_id, md5(reason), md5(raw));
