#pragma once

#include <cairo.h>

#include "render/cairo/late.hpp"

/// Of Cairo's functions those that are used here; inside this namespace they hide the header's own.
namespace skydraft::render {

SKYDRAFT_LATE(library::kCairo, cairo_arc);
SKYDRAFT_LATE(library::kCairo, cairo_clip);
SKYDRAFT_LATE(library::kCairo, cairo_close_path);
SKYDRAFT_LATE(library::kCairo, cairo_copy_path);
SKYDRAFT_LATE(library::kCairo, cairo_create);
SKYDRAFT_LATE(library::kCairo, cairo_curve_to);
SKYDRAFT_LATE(library::kCairo, cairo_destroy);
SKYDRAFT_LATE(library::kCairo, cairo_fill);
SKYDRAFT_LATE(library::kCairo, cairo_fill_preserve);
SKYDRAFT_LATE(library::kCairo, cairo_font_face_destroy);
SKYDRAFT_LATE(library::kCairo, cairo_font_face_set_user_data);
SKYDRAFT_LATE(library::kCairo, cairo_identity_matrix);
SKYDRAFT_LATE(library::kCairo, cairo_image_surface_create);
SKYDRAFT_LATE(library::kCairo, cairo_image_surface_get_data);
SKYDRAFT_LATE(library::kCairo, cairo_image_surface_get_stride);
SKYDRAFT_LATE(library::kCairo, cairo_line_to);
SKYDRAFT_LATE(library::kCairo, cairo_move_to);
SKYDRAFT_LATE(library::kCairo, cairo_new_path);
SKYDRAFT_LATE(library::kCairo, cairo_new_sub_path);
SKYDRAFT_LATE(library::kCairo, cairo_paint);
SKYDRAFT_LATE(library::kCairo, cairo_paint_with_alpha);
SKYDRAFT_LATE(library::kCairo, cairo_path_destroy);
SKYDRAFT_LATE(library::kCairo, cairo_pop_group_to_source);
SKYDRAFT_LATE(library::kCairo, cairo_push_group);
SKYDRAFT_LATE(library::kCairo, cairo_recording_surface_create);
SKYDRAFT_LATE(library::kCairo, cairo_rectangle);
SKYDRAFT_LATE(library::kCairo, cairo_restore);
SKYDRAFT_LATE(library::kCairo, cairo_rotate);
SKYDRAFT_LATE(library::kCairo, cairo_save);
SKYDRAFT_LATE(library::kCairo, cairo_scale);
SKYDRAFT_LATE(library::kCairo, cairo_set_dash);
SKYDRAFT_LATE(library::kCairo, cairo_set_font_face);
SKYDRAFT_LATE(library::kCairo, cairo_set_font_size);
SKYDRAFT_LATE(library::kCairo, cairo_set_line_cap);
SKYDRAFT_LATE(library::kCairo, cairo_set_line_join);
SKYDRAFT_LATE(library::kCairo, cairo_set_line_width);
SKYDRAFT_LATE(library::kCairo, cairo_set_source_rgba);
SKYDRAFT_LATE(library::kCairo, cairo_set_source_surface);
SKYDRAFT_LATE(library::kCairo, cairo_show_page);
SKYDRAFT_LATE(library::kCairo, cairo_show_text_glyphs);
SKYDRAFT_LATE(library::kCairo, cairo_status);
SKYDRAFT_LATE(library::kCairo, cairo_stroke_preserve);
SKYDRAFT_LATE(library::kCairo, cairo_surface_destroy);
SKYDRAFT_LATE(library::kCairo, cairo_surface_finish);
SKYDRAFT_LATE(library::kCairo, cairo_surface_flush);
SKYDRAFT_LATE(library::kCairo, cairo_surface_status);
SKYDRAFT_LATE(library::kCairo, cairo_tag_begin);
SKYDRAFT_LATE(library::kCairo, cairo_tag_end);
SKYDRAFT_LATE(library::kCairo, cairo_translate);

}  // namespace skydraft::render
