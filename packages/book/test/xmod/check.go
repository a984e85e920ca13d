// Checks an exported book with Go's own implementation of signed notes and of RFC 6962 (golang.org/x/mod/sumdb), which
// shares no code and no author with ours. Usage: check DIRECTORY < cases.json; prints "ok" or what differs.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index, Size int64
	Leaf, Root  []byte
	Proof       [][]byte
}

type consistency struct {
	From, To         int64
	FromRoot, ToRoot []byte
	Proof            [][]byte
}

type cases struct {
	Vkey        string
	Origin      string
	Size        int64
	Root        []byte
	Entries     [][]byte
	Paths       []struct{ Level, Index, Width int64; Path string }
	Inclusion   []inclusion
	Consistency []consistency
}

func fail(format string, values ...any) {
	fmt.Printf(format+"\n", values...)
	os.Exit(1)
}

func hash(bytes []byte) (h tlog.Hash) {
	if copy(h[:], bytes) != len(h) {
		fail("not a hash: %x", bytes)
	}
	return h
}

func hashes(list [][]byte) []tlog.Hash {
	out := make([]tlog.Hash, len(list))
	for i, bytes := range list {
		out[i] = hash(bytes)
	}
	return out
}

// C2SP's tile paths are those of the Go checksum database without the tile height.
func c2spPath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

type directory string

func (d directory) Height() int { return 8 }

func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(d), c2spPath(tile)))
		if err != nil {
			return nil, err
		}
		out[i] = data
	}
	return out, nil
}

func (d directory) SaveTiles([]tlog.Tile, [][]byte) {}

func main() {
	var c cases
	if err := json.NewDecoder(os.Stdin).Decode(&c); err != nil {
		fail("cases: %v", err)
	}
	book := directory(os.Args[1])
	verifier, err := note.NewVerifier(c.Vkey)
	if err != nil {
		fail("vkey: %v", err)
	}
	checkpoint, err := os.ReadFile(filepath.Join(os.Args[1], "checkpoint"))
	if err != nil {
		fail("%v", err)
	}
	opened, err := note.Open(checkpoint, note.VerifierList(verifier))
	if err != nil {
		fail("checkpoint: %v", err)
	}
	if len(opened.Sigs) != 1 {
		fail("%d signatures", len(opened.Sigs))
	}
	tree := tlog.Tree{N: c.Size, Hash: hash(c.Root)}
	if want := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, tree.N, tree.Hash); opened.Text != want {
		fail("text: %q, not %q", opened.Text, want)
	}
	reader := tlog.TileHashReader(tree, book)
	root, err := tlog.TreeHash(c.Size, reader)
	if err != nil || root != tree.Hash {
		fail("tree hash: %v %v", root, err)
	}
	for _, p := range c.Paths {
		if got := c2spPath(tlog.Tile{H: 8, L: int(p.Level), N: p.Index, W: int(p.Width)}); got != p.Path {
			fail("path %s, not %s", p.Path, got)
		}
	}
	for i, entry := range c.Entries {
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(i))})
		if err != nil || stored[0] != tlog.RecordHash(entry) {
			fail("entry %d: %v", i, err)
		}
	}
	for _, p := range c.Inclusion {
		proof := tlog.RecordProof(hashes(p.Proof))
		if err := tlog.CheckRecord(proof, p.Size, hash(p.Root), p.Index, hash(p.Leaf)); err != nil {
			fail("inclusion %d in %d: %v", p.Index, p.Size, err)
		}
		if p.Size == c.Size {
			own, err := tlog.ProveRecord(p.Size, p.Index, reader)
			if err != nil || fmt.Sprint(own) != fmt.Sprint(proof) {
				fail("proof of %d: %v", p.Index, err)
			}
		}
	}
	for _, p := range c.Consistency {
		if err := tlog.CheckTree(hashes(p.Proof), p.To, hash(p.ToRoot), p.From, hash(p.FromRoot)); err != nil {
			fail("consistency %d to %d: %v", p.From, p.To, err)
		}
	}
	fmt.Println("ok")
}
