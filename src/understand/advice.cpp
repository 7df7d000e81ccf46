#include "understand/advice.hpp"

namespace skydraft::understand {

std::string_view example_service(const Draft& draft) {
  const std::string_view cloud = draft.provider;
  const std::string_view id = cloud == "aws"     ? "aws.ecs-service"
                              : cloud == "azure" ? "azure.container-app"
                              : cloud == "gcp"   ? "gcp.cloud-run"
                                                 : "k8s.deployment";
  return catalogue::kind_or_unknown(id).name;
}

}  // namespace skydraft::understand
