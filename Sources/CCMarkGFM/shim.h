// What Swift needs of libcmark-gfm and cannot import by itself: the node types that the extensions
// keep in variables, the fields of a node that have no cheap getter, and a memory arena.
#ifndef SALESBOOK_CMARK_SHIM_H
#define SALESBOOK_CMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm_version.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/utf8.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// The getters below read fields of `struct cmark_node`, whose layout only this version promises.
#if CMARK_GFM_VERSION != ((0 << 24) | (29 << 16) | (0 << 8) | 6)
#error "libcmark-gfm is not 0.29.0.gfm.6: check the fields that this header reads, then this line"
#endif

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline uint16_t cmark_shim_type_table(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t cmark_shim_type_table_row(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t cmark_shim_type_table_cell(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t cmark_shim_type_strikethrough(void) {
  return (uint16_t)CMARK_NODE_STRIKETHROUGH;
}

// Bytes that belong to a node; they live as long as the tree.
typedef struct {
  const uint8_t *start;
  int32_t count;
} cmark_shim_bytes;

static inline cmark_shim_bytes cmark_shim_chunk(cmark_chunk chunk) {
  cmark_shim_bytes bytes = {chunk.data, chunk.data ? chunk.len : 0};
  return bytes;
}

// The public getters copy every text to end it with a zero; these do not.
static inline cmark_shim_bytes cmark_shim_literal(const cmark_node *node) {
  return cmark_shim_chunk(node->as.literal);
}
static inline cmark_shim_bytes cmark_shim_code_literal(const cmark_node *node) {
  return cmark_shim_chunk(node->as.code.literal);
}
static inline cmark_shim_bytes cmark_shim_code_info(const cmark_node *node) {
  return cmark_shim_chunk(node->as.code.info);
}
static inline cmark_shim_bytes cmark_shim_url(const cmark_node *node) {
  return cmark_shim_chunk(node->as.link.url);
}
static inline cmark_shim_bytes cmark_shim_title(const cmark_node *node) {
  return cmark_shim_chunk(node->as.link.title);
}

// A bump allocator, one for each thread, emptied at the start of every parse. Nothing is freed in
// between: a parse ends by forgetting its whole tree. Every block knows its size, so that the last
// one can grow where it stands.
#define CMARK_SHIM_SLAB ((size_t)256 * 1024)
#define CMARK_SHIM_HEADER ((size_t)16)

typedef struct cmark_shim_slab {
  struct cmark_shim_slab *older;
  size_t size;
  size_t used;
} cmark_shim_slab;

// A variable of the function, because Swift emits no variables of a header.
static inline cmark_shim_slab **cmark_shim_slabs(void) {
  static __thread cmark_shim_slab *newest;
  return &newest;
}

static inline void *cmark_shim_take(size_t bytes) {
  size_t total = ((bytes + 15) & ~(size_t)15) + CMARK_SHIM_HEADER;
  cmark_shim_slab *slab = *cmark_shim_slabs();
  if (!slab || slab->size - slab->used < total) {
    size_t size = total > CMARK_SHIM_SLAB ? total : CMARK_SHIM_SLAB;
    size_t start = (sizeof(cmark_shim_slab) + 15) & ~(size_t)15;
    slab = (cmark_shim_slab *)malloc(start + size);
    if (!slab) abort();
    slab->older = *cmark_shim_slabs();
    slab->size = start + size;
    slab->used = start;
    *cmark_shim_slabs() = slab;
  }
  uint8_t *block = (uint8_t *)slab + slab->used;
  slab->used += total;
  *(size_t *)(void *)block = bytes;
  return block + CMARK_SHIM_HEADER;
}

static inline void *cmark_shim_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) abort();
  void *block = cmark_shim_take(count * size);
  memset(block, 0, count * size);
  return block;
}

static inline void *cmark_shim_realloc(void *old, size_t bytes) {
  if (!old) return cmark_shim_take(bytes);
  size_t *size = (size_t *)(void *)((uint8_t *)old - CMARK_SHIM_HEADER);
  size_t room = (*size + 15) & ~(size_t)15, wanted = (bytes + 15) & ~(size_t)15;
  cmark_shim_slab *slab = *cmark_shim_slabs();
  uint8_t *end = (uint8_t *)slab + slab->used;
  if ((uint8_t *)old + room == end && (wanted <= room || slab->size - slab->used >= wanted - room)) {
    slab->used += wanted - room;
    *size = bytes;
    return old;
  }
  void *block = cmark_shim_take(bytes);
  memcpy(block, old, *size < bytes ? *size : bytes);
  return block;
}

static inline void cmark_shim_free(void *block) { (void)block; }

// Forgets everything that was allocated on this thread; one slab is kept for the next parse.
static inline void cmark_shim_arena_reset(void) {
  size_t start = (sizeof(cmark_shim_slab) + 15) & ~(size_t)15;
  cmark_shim_slab *slab = *cmark_shim_slabs();
  while (slab && (slab->older || slab->size > start + CMARK_SHIM_SLAB)) {
    cmark_shim_slab *older = slab->older;
    free(slab);
    slab = older;
  }
  if (slab) slab->used = start;
  *cmark_shim_slabs() = slab;
}

static inline cmark_mem *cmark_shim_arena(void) {
  static cmark_mem arena = {cmark_shim_calloc, cmark_shim_realloc, cmark_shim_free};
  return &arena;
}

#endif
