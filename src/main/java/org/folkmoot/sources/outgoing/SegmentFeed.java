package org.folkmoot.sources.outgoing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.members.SegmentMoves;
import org.springframework.stereotype.Component;

/// Who comes into segments and who goes.
@Component
class SegmentFeed implements Feed {

    private final SegmentMoves moves;

    SegmentFeed(SegmentMoves moves) {
        this.moves = moves;
    }

    @Override
    public String key() {
        return "segments";
    }

    @Override
    public Map<String, String> types() {
        var all = new LinkedHashMap<String, String>();
        all.put("segment.entered", "somebody came into a segment");
        all.put("segment.left", "somebody went out of a segment");
        return all;
    }

    @Override
    public long last() {
        return moves.last();
    }

    @Override
    public Page after(long number, int most) {
        var page = moves.after(0, number, most);
        return new Page(
                page.stream()
                        .map(
                                move ->
                                        new Happening(
                                                move.id(),
                                                move.entered() ? "segment.entered" : "segment.left",
                                                move.at(),
                                                Map.of(
                                                        "segment",
                                                        move.segment(),
                                                        "member",
                                                        move.member())))
                        .toList(),
                page.isEmpty() ? number : page.getLast().id());
    }
}
