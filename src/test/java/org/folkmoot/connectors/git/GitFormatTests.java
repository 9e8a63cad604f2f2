package org.folkmoot.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFormatTests {

    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir Path root;
    private Path folder;
    private Git git;

    @BeforeEach
    void aNewRepository() throws Exception {
        folder = root.resolve("moot");
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    @AfterEach
    void close() {
        git.close();
    }

    private static PersonIdent person(String name, String email, Instant at) {
        return new PersonIdent(name, email, at, ZoneId.of("+05:30"));
    }

    private String commit(String message, PersonIdent author) throws Exception {
        return commit(message, author, person("Grace", "grace@x.org", NOON.plusSeconds(60)));
    }

    private String commit(String message, PersonIdent author, PersonIdent committer)
            throws Exception {
        return git.commit()
                .setAllowEmpty(true)
                .setSign(false)
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(committer)
                .call()
                .name();
    }

    private void raw(byte[] bytes) throws IOException {
        try (var inserter = git.getRepository().newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_COMMIT, bytes);
            inserter.flush();
            var update = git.getRepository().updateRef(Constants.HEAD);
            update.setNewObjectId(id);
            update.setForceUpdate(true);
            update.update();
        }
    }

    private ObjectId tree() throws IOException {
        try (var inserter = git.getRepository().newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_TREE, new byte[0]);
            inserter.flush();
            return id;
        }
    }

    private Found.Basket read(Path path, Map<String, String> options) throws IOException {
        assertThat(Given.recognises(new GitFormat(), path)).isTrue();
        return Given.read(new GitFormat(), path, options);
    }

    private Found.Basket read() throws IOException {
        return read(folder, Map.of());
    }

    private static List<String> who(Found.Basket basket, Kind kind) {
        return basket.all(Deed.class).stream()
                .filter(d -> d.kind() == kind)
                .map(d -> String.valueOf(d.who()))
                .toList();
    }

    @Test
    void aCommitIsItsAuthorsAtTheAuthorDate() throws Exception {
        var sha = commit("Greet newcomers\n\nWarmly.\n", person("Ada", "Ada@X.org", NOON));
        var found = read();
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.id()).isEqualTo(sha);
                            assertThat(d.kind()).isEqualTo(Kind.COMMIT);
                            assertThat(d.who()).isEqualTo("ada@x.org");
                            assertThat(d.at()).isEqualTo(NOON);
                            assertThat(d.title()).isEqualTo("Greet newcomers");
                            assertThat(d.text()).isEqualTo("Greet newcomers\n\nWarmly.\n");
                            assertThat(d.place()).isEqualTo("moot");
                            assertThat(d.facts()).containsEntry("committer", "Grace <grace@x.org>");
                        });
        assertThat(found.all(Found.Place.class))
                .extracting(Found.Place::style)
                .containsExactly(Style.CODE);
    }

    @Test
    void trailersAreDeedsOfTheirOwn() throws Exception {
        var sha =
                commit(
                        """
                Greet

                Co-authored-by: Zoë <zoe@x.org>
                Co-Authored-By: Ada <ada@x.org>
                Helped-by: Linus
                Reported-by: https://example.org/bug/1
                Reviewed-by: Grace <grace@x.org>
                reviewed-by: Grace <grace@x.org>
                Acked-by: Grace <grace@x.org>
                Signed-off-by: Ada <ada@x.org>
                Change-Id: I123
                """,
                        person("Ada", "ada@x.org", NOON));
        var found = read();
        assertThat(who(found, Kind.CO_AUTHORSHIP)).containsExactly("zoe@x.org");
        assertThat(who(found, Kind.COMMIT_HELP)).containsExactly("name:linus");
        assertThat(who(found, Kind.REVIEW)).containsExactly("grace@x.org", "grace@x.org");
        assertThat(who(found, Kind.SIGN_OFF)).containsExactly("ada@x.org");
        assertThat(found.all(Deed.class))
                .extracting(Deed::id)
                .contains(sha + "/co-authored-by/zoe@x.org", sha + "/acked-by/grace@x.org")
                .doesNotHaveDuplicates();
        assertThat(found.all(Deed.class))
                .filteredOn(d -> d.kind() != Kind.COMMIT)
                .allSatisfy(d -> assertThat(d.parent()).isEqualTo(sha));
    }

    @Test
    void theMailmapOfHeadSpeaksForAuthorsAndTrailers() throws Exception {
        Files.writeString(folder.resolve(".mailmap"), "Ada Lovelace <ada@new.org> <ada@old.org>\n");
        git.add().addFilepattern(".mailmap").call();
        commit("One\n\nReviewed-by: a <ADA@old.org>\n", person("ada", "ada@old.org", NOON));
        var found = read();
        assertThat(found.all(Deed.class)).extracting(Deed::who).containsOnly("ada@old.org");
        assertThat(found.all(Person.class))
                .extracting(p -> p.fields().get("name") + " " + p.fields().get("email"))
                .containsExactlyInAnyOrder("Ada Lovelace ada@old.org", "Ada Lovelace ada@new.org");
        assertThat(found.all(Found.Claim.class))
                .singleElement()
                .satisfies(
                        claim -> {
                            assertThat(claim.id()).isEqualTo("ada@old.org");
                            assertThat(claim.otherId()).isEqualTo("ada@new.org");
                            assertThat(claim.same()).isTrue();
                        });
        assertThat(read(folder, Map.of("no-mailmap", "true")).all(Deed.class))
                .extracting(Deed::who)
                .containsOnly("ada@old.org");
    }

    @Test
    void mergesAreLeftOutAndOtherBranchesAreReadWhenAskedFor() throws Exception {
        commit("base", person("Ada", "ada@x.org", NOON));
        git.checkout().setCreateBranch(true).setName("side").call();
        var side = commit("side", person("Zoë", "zoe@x.org", NOON.plusSeconds(1)));
        git.checkout().setName("main").call();
        commit("main", person("Ada", "ada@x.org", NOON.plusSeconds(2)));
        git.merge().include(git.getRepository().resolve("side")).setMessage("Merge side").call();
        assertThat(read().all(Deed.class))
                .extracting(Deed::title)
                .containsExactly("base", "side", "main");

        git.checkout().setCreateBranch(true).setName("other").setStartPoint(side).call();
        commit("unmerged", person("Zoë", "zoe@x.org", NOON.plusSeconds(3)));
        git.checkout().setName("main").call();
        assertThat(read().all(Deed.class)).extracting(Deed::title).doesNotContain("unmerged");
        assertThat(read(folder, Map.of("refs", "all")).all(Deed.class))
                .extracting(Deed::title)
                .contains("unmerged");
    }

    @Test
    void annotatedTagsAreReleasesAndLightOnesAreNot() throws Exception {
        commit("base", person("Ada", "ada@x.org", NOON));
        git.tag()
                .setName("v1")
                .setMessage("First")
                .setSigned(false)
                .setTagger(person("Grace", "grace@x.org", NOON.plusSeconds(9)))
                .call();
        git.tag().setName("light").setAnnotated(false).call();
        assertThat(read().all(Deed.class))
                .filteredOn(d -> d.kind() == Kind.RELEASE)
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.title()).isEqualTo("v1");
                            assertThat(d.who()).isEqualTo("grace@x.org");
                            assertThat(d.at()).isEqualTo(NOON.plusSeconds(9));
                        });
    }

    @Test
    void impossibleDatesAreRefusedAndMissingOnesInferred() throws Exception {
        var tree = tree().name();
        commit("good", person("Ada", "ada@x.org", NOON));
        for (var author :
                List.of("Ada <a@x> -14182980 +0000", "Ada <a@x> 4102444800 +0000", "Ada <a@x>")) {
            var parent = Objects.requireNonNull(git.getRepository().resolve("HEAD")).name();
            raw(
                    "tree %s\nparent %s\nauthor %s\ncommitter G <g@x> 1714564800 +0000\n\nodd\n"
                            .formatted(tree, parent, author)
                            .getBytes(StandardCharsets.UTF_8));
        }
        var found = read();
        assertThat(found.all(Refused.class))
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.reason()).contains("before 1970 or after 2099"));
        assertThat(found.all(Deed.class))
                .filteredOn(Deed::inferred)
                .singleElement()
                .satisfies(d -> assertThat(d.at()).isEqualTo(Instant.ofEpochSecond(1714564800)));
        assertThat(found.all(Deed.class)).hasSize(2);
    }

    @Test
    void brokenAndForeignEncodingsAreReadAsWellAsTheyCanBe() throws Exception {
        var tree = tree().name();
        var head =
                "tree %s\nauthor Zo\u00eb\u0085 <z@x> 1714564800 +0000\ncommitter G <g@x> 1714564800 +0000\nencoding nonsense-8\n\nGr\u00fc\u00dfe\n"
                        .formatted(tree);
        raw(head.getBytes(StandardCharsets.ISO_8859_1));
        var found = read();
        assertThat(found.all(Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.title()).isEqualTo("Grüße");
                            assertThat(d.inferred()).isFalse();
                        });
    }

    @Test
    void whoHasNoAddressIsKnownByName() throws Exception {
        raw(
                "tree %s\nauthor Linus <> 1714564800 +0000\ncommitter G <g@x> 1714564800 +0000\n\nx\n"
                        .formatted(tree().name())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(read().all(Deed.class)).extracting(Deed::who).containsExactly("name:linus");
    }

    @Test
    void noReplyAddressesNameTheAccountAndBotsAreBots() throws Exception {
        commit("a", person("Ada", "123+ada-l@users.noreply.github.com", NOON));
        commit("b", person("helper[bot]", "49+helper[bot]@users.noreply.github.com", NOON));
        assertThat(read().all(Person.class))
                .extracting(p -> p.fields().get("github"))
                .containsExactly("ada-l", "helper[bot]");
        assertThat(read().all(Person.class).getLast().flags()).containsExactly(Person.Flag.BOT);
    }

    @Test
    void theRemoteNamesThePlaceAndItsPasswordIsNotTold() throws Exception {
        commit("a", person("Ada", "ada@x.org", NOON));
        for (var url :
                List.of(
                        "https://ada:secret@github.com/folk/moot.git",
                        "git@github.com:folk/moot.git",
                        "ssh://git@github.com:22/folk/moot")) {
            git.getRepository().getConfig().setString("remote", "origin", "url", url);
            git.getRepository().getConfig().save();
            var found = read();
            assertThat(found.all(Found.Place.class))
                    .singleElement()
                    .satisfies(
                            p -> {
                                assertThat(p.id()).isEqualTo("folk/moot");
                                assertThat(p.url()).isEqualTo("https://github.com/folk/moot");
                            });
            assertThat(found.all().toString()).doesNotContain("secret");
        }
        git.getRepository().getConfig().setString("remote", "origin", "url", "/srv/git/moot.git");
        git.getRepository().getConfig().save();
        assertThat(read().all(Found.Place.class))
                .extracting(Found.Place::id)
                .containsExactly("moot");
    }

    @Test
    void bareShallowAndLinkedRepositoriesAreRead() throws Exception {
        commit("one", person("Ada", "ada@x.org", NOON));
        var second = commit("two", person("Ada", "ada@x.org", NOON.plusSeconds(1)));
        Git.cloneRepository()
                .setURI(folder.toUri().toString())
                .setBare(true)
                .setDirectory(root.resolve("bare.git").toFile())
                .call()
                .close();
        assertThat(read(root.resolve("bare.git"), Map.of()).all(Deed.class)).hasSize(2);
        Git.cloneRepository()
                .setURI(folder.toUri().toString())
                .setDepth(1)
                .setDirectory(root.resolve("shallow").toFile())
                .call()
                .close();
        assertThat(read(root.resolve("shallow"), Map.of()).all(Deed.class))
                .extracting(Deed::id)
                .containsExactly(second);

        var admin = Files.createDirectories(folder.resolve(".git/worktrees/linked"));
        var linked = Files.createDirectories(root.resolve("linked"));
        Files.writeString(admin.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(admin.resolve("commondir"), "../..\n");
        Files.writeString(admin.resolve("gitdir"), linked.resolve(".git") + "\n");
        Files.writeString(linked.resolve(".git"), "gitdir: " + admin + "\n");
        assertThat(read(linked, Map.of()).all(Deed.class)).hasSize(2);
    }

    @Test
    void anEmptyRepositoryHoldsNothingAndAFolderIsNone() throws Exception {
        assertThat(read().all(Deed.class)).isEmpty();
        var plain = Files.createDirectories(root.resolve("plain"));
        try (var tree = Tree.of(plain)) {
            assertThat(new GitFormat().recognises(tree)).isFalse();
            assertThatThrownBy(() -> new GitFormat().read(tree, Map.of(), new Found.Basket()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no git repository");
        }
    }

    @Test
    void aReferenceToNothingIsRefusedAndTheRestIsRead() throws Exception {
        commit("a", person("Ada", "ada@x.org", NOON));
        var refs = folder.resolve(".git/refs");
        Files.createDirectories(refs.resolve("tags"));
        Files.writeString(refs.resolve("tags/gone"), "1".repeat(40) + "\n");
        assertThat(read().all(Deed.class)).hasSize(1);
        assertThat(read().all(Refused.class))
                .extracting(Refused::file)
                .containsExactly("refs/tags/gone");
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/gone\n");
        assertThat(read().all(Refused.class)).extracting(Refused::file).contains("HEAD");
        assertThat(read(folder, Map.of("refs", "all")).all(Deed.class)).hasSize(1);
    }

    @Test
    void aDamagedHistoryIsSaidToBeOne() throws Exception {
        raw(
                "tree %s\nparent %s\nauthor A <a@x> 1714564800 +0000\ncommitter G <g@x> 1714564800 +0000\n\nx\n"
                        .formatted(tree().name(), "2".repeat(40))
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void readingTwiceGivesTheSameInTheSameOrder() throws Exception {
        for (var i = 0; i < 5; i++) {
            commit("c" + i, person("Ada", "ada@x.org", NOON));
        }
        assertThat(read().all()).isEqualTo(read().all());
    }
}
